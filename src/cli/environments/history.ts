import { listDeployments } from '../../environment/history.js';
import type { Deployment } from '../../environment/records.js';
import { StoreError } from '../../ports/store-error.js';
import type { ExitCode } from '../command.js';
import { located } from '../compile-plan.js';
import { duration, secondsBetween } from '../follow/times.js';
import { withNames } from '../person.js';
import { give, report, say } from '../report.js';
import { tolerant } from './damaged.js';
import { namesEverOf } from './environment-names.js';
import { nothingFound } from './nothing-found.js';
import type { PlaceOptions } from './place.js';
import type { Places } from './places.js';
import { dateTime, table } from './table.js';

interface HistoryOptions extends PlaceOptions {
  readonly env: string | undefined;
  readonly limit: string | undefined;
}

/** Deployments that are shown where nothing is said. */
const usual = 20;

/** Deployments, the newest first. */
export async function history(places: Places<HistoryOptions>, name: string | undefined): Promise<ExitCode> {
  const { options, terminal } = places;
  const limit = Number(options.limit ?? usual);
  const damaged = tolerant();
  const read = await places.each(options.env, async (place) => {
    const environments = await namesEverOf(place, options.env);
    // One more tells whether there are more.
    const listed = environments.map((environment) =>
      listDeployments(place.store, environment, limit + 1, name, damaged.read),
    );
    return (await Promise.all(listed)).flat();
  });
  const problems = [...read.problems, ...damaged.problems];
  const all = read.found.flat().sort((a, b) => (a.deployment < b.deployment ? 1 : -1));
  if (all.length === 0 && problems.length === 0)
    throw new StoreError(await nothingFound(places, { word: name, env: options.env }, read));
  const found = all.slice(0, limit);
  if (!options.json) {
    give(table(found.map(rowOf)), terminal);
    if (all.length > limit) say(`there are more: \`${more(places, name, 5 * limit)}\``, options, terminal);
  }
  return report(await located(problems), { deployments: found.map(shown) }, options, terminal);
}

function more({ options, command }: Places<HistoryOptions>, name: string | undefined, limit: number): string {
  const { env } = options;
  const which = [...(name === undefined ? [] : [name]), ...(env === undefined ? [] : ['--env', env])];
  return command('history', ...which, '--limit', String(limit));
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
    withNames(requested.by),
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
