import { readDeployment } from '../../environment/deployments.js';
import type { Deployment } from '../../environment/records.js';
import { StoreError } from '../../ports/store-error.js';
import type { ExitCode } from '../command.js';
import { located } from '../compile-plan.js';
import { duration, secondsBetween } from '../follow/times.js';
import { give, report, say } from '../report.js';
import { tolerant } from './damaged.js';
import { deploymentIds, namesOf, nothingFound } from './find.js';
import type { Place, PlaceOptions } from './place.js';
import { aligned, dateTime } from './table.js';

interface HistoryOptions extends PlaceOptions {
  readonly env: string | undefined;
  readonly limit: string | undefined;
}

/** Deployments that are shown where nothing is said. */
const usual = 20;

/** Deployments, the newest first. */
export async function history(place: Place<HistoryOptions>, name: string | undefined): Promise<ExitCode> {
  const { store, options, terminal } = place;
  const environments = await namesOf(place, options.env);
  const all = (
    await Promise.all(
      environments.map(async (environment) =>
        [...(await deploymentIds(store, environment))].flatMap(([of, ids]) =>
          ids.map((deployment) => ({ environment, name: of, deployment })),
        ),
      ),
    )
  )
    .flat()
    .filter((one) => name === undefined || one.name === name)
    .sort((a, b) => (a.deployment < b.deployment ? 1 : -1));
  if (all.length === 0) throw new StoreError(await nothingFound(place, { word: name, env: options.env }));
  const limit = Number(options.limit ?? usual);
  const { problems, read } = tolerant();
  const records = await Promise.all(all.slice(0, limit).map((named) => read(readDeployment(store, named))));
  const found = records.filter((record) => record !== undefined);
  if (!options.json) {
    give(
      aligned(found.map(rowOf))
        .map((line) => `${line}\n`)
        .join(''),
      terminal,
    );
    if (all.length > limit)
      say(`${all.length - limit} more; \`--limit ${all.length}\` shows all`, options, terminal);
  }
  return report(await located(problems), { deployments: found.map(shown) }, options, terminal);
}

const secondsOf = ({ requested, ended }: Deployment): number | undefined =>
  ended === undefined ? undefined : secondsBetween(requested.at, ended);

function rowOf(record: Deployment): readonly string[] {
  const { deployment, environment, name, version, action, from, status, requested } = record;
  const seconds = secondsOf(record);
  return [
    dateTime(requested.at),
    `${name} ${version}`,
    `${action}${from === undefined ? '' : ` from ${from}`}`,
    environment,
    `${status}${seconds === undefined ? '' : `, ${duration(seconds)}`}`,
    requested.by,
    deployment,
  ];
}

/** A record without what only plancc itself needs. */
function shown(record: Deployment) {
  const { deployment, environment, name, version, id, action, from, status } = record;
  const { requested, started, ended, previous, retries, failure, decisions } = record;
  const seconds = secondsOf(record);
  return {
    deployment,
    environment,
    name,
    version,
    id,
    action,
    status,
    requested,
    retries,
    decisions: decisions.map(({ id: _, ...decision }) => decision),
    ...(from !== undefined && { from }),
    ...(started !== undefined && { started }),
    ...(ended !== undefined && { ended, seconds }),
    ...(previous && { previous }),
    ...(failure && { failure }),
  };
}
