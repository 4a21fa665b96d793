import { plainLines } from '../../diagnostics/formats/text.js';
import { type Problem, problem } from '../../diagnostics/problem.js';
import { hasEnded, readDeployment } from '../../environment/deployments.js';
import type { Deployment } from '../../environment/records.js';
import { StoreError } from '../../ports/store-error.js';
import { type ExitCode, exitCodes } from '../command.js';
import { logReader } from '../follow/logs.js';
import { withNames } from '../person.js';
import { give, writeJson } from '../report.js';
import type { Found } from '../why/found.js';
import { shown } from '../why/shown.js';
import { placeOfFailure, reasonOf } from './explain-failure.js';
import { findDeployment, hasFailed } from './find.js';
import type { Place, PlaceOptions } from './place.js';
import type { Places } from './places.js';

interface WhyOptions extends PlaceOptions {
  readonly env: string | undefined;
}

/** Lines of a log that are shown. */
const lastLines = 10;

/** Says why a deployment failed: the line of the plan, the cause, and what its job wrote last. */
export async function why(places: Places<WhyOptions>, word: string | undefined): Promise<ExitCode> {
  const { options, terminal } = places;
  const { place, named } = await findDeployment(places, { word, env: options.env, kind: 'failed' });
  const { ports } = await place.work();
  const record = (await readDeployment(place.store, named))!;
  if (!hasFailed(record)) throw new StoreError(notFailed(place, record));
  const { environment, name, version, deployment, status } = record;
  const failed = await placeOfFailure(ports, record);
  const log = await lastOfLog(place, record, failed?.found.inside);
  if (options.json) {
    const { error = '', cause = '' } = record.failure ?? {};
    const where = failed && { file: failed.source.file, ...failed.found };
    writeJson(
      { environment, name, version, deployment, status, error, cause, ...where, log, problems: [] },
      terminal,
    );
    return exitCodes.ok;
  }
  const reason = failed === undefined ? `${reasonOf(record)}\n` : shown(failed.source, failed.found);
  const written =
    log.length === 0 ? '' : `\nthe last lines of its log\n${log.map((line) => `  ${line}\n`).join('')}`;
  give(
    withNames(
      plainLines(`${name} ${version} ${status} in ${environment}: ${deployment}\n${reason}${written}`),
    ),
    terminal,
  );
  return exitCodes.ok;
}

function notFailed({ name: file, command }: Place, record: Deployment): Problem {
  const { environment, name, deployment } = record;
  const next = hasEnded(record)
    ? command('history', name, '--env', environment)
    : command('follow', deployment);
  const values = { what: `${deployment} has not failed`, where: ` in \`${environment}\`` };
  return problem('PLAN7024', { file }, values, { help: `see how it is: \`${next}\`` });
}

/** What the job of the state that failed wrote last, in the iterations that it is inside of. */
async function lastOfLog(
  { store }: Place,
  record: Deployment,
  inside: Found['inside'] = [],
): Promise<readonly string[]> {
  const state = record.failure?.state;
  if (state === undefined) return [];
  const items = inside.flatMap(({ item }) => item ?? []).reverse();
  const lines = await logReader(store, record)(true);
  return lines
    .filter((line) => line.state === state && items.every((item, depth) => line.iteration[depth] === item))
    .slice(-lastLines)
    .map(({ text }) => text);
}
