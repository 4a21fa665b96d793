import type { Related } from '../../diagnostics/problem.js';
import { hasEnded, readDeployment } from '../../environment/deployments.js';
import { type DeploymentName, isDeploymentId } from '../../environment/keys.js';
import type { Deployment } from '../../environment/records.js';
import { StoreError } from '../../ports/store-error.js';
import { say } from '../report.js';
import { deploymentsOf, isNamed, runningIn } from './deployment-names.js';
import { namesOf } from './environment-names.js';
import { nothingFound } from './nothing-found.js';
import type { Place, PlaceOptions } from './place.js';
import type { Places, Read } from './places.js';

/** Which deployment a command is about. */
interface Wanted {
  /** An id, the name of a distribution, or undefined for any. */
  readonly word?: string | undefined;
  readonly env?: string | undefined;
  /** What it has to be where no id is given. */
  readonly kind?: keyof typeof kinds;
}

export const hasFailed = (record: Deployment): boolean => hasEnded(record) && record.status !== 'succeeded';

const kinds = {
  running: { says: 'goes on', holds: (record: Deployment) => !hasEnded(record) },
  failed: { says: 'has failed', holds: hasFailed },
};

/** A deployment, and where its environment is. */
interface Found<O extends PlaceOptions> {
  readonly place: Place<O>;
  readonly named: DeploymentName;
}

/** The deployment that is meant: of several the newest. */
export async function findDeployment<O extends PlaceOptions>(
  places: Places<O>,
  wanted: Wanted,
): Promise<Found<O>> {
  const read = await places.each(wanted.env, async (place) => ({
    place,
    named: await newestIn(place, wanted),
  }));
  const found = read.found.flatMap(({ place, named }) => (named === undefined ? [] : [{ place, named }]));
  const [newest] = found.sort((a, b) => newestFirst(a.named, b.named));
  if (newest === undefined) {
    const says = wanted.kind && kinds[wanted.kind].says;
    throw new StoreError(await nothingFound(places, wanted, read, says));
  }
  sayUnread(places, read);
  return newest;
}

async function newestIn(place: Place, wanted: Wanted): Promise<DeploymentName | undefined> {
  const { store } = place;
  const { word, env } = wanted;
  const kind = word !== undefined && isDeploymentId(word) ? undefined : wanted.kind;
  const environments = await namesOf(place, env);
  const listed = kind === 'running' ? runningIn : deploymentsOf;
  const known = (await Promise.all(environments.map((name) => listed(store, name)))).flat();
  for (const named of known.filter((one) => isNamed(one, word)).sort(newestFirst)) {
    if (kind === undefined) return named;
    const record = await readDeployment(store, named);
    if (record !== undefined && kinds[kind].holds(record)) return named;
  }
  return undefined;
}

/** Ids begin with the time. */
const newestFirst = (a: DeploymentName, b: DeploymentName): number => (a.deployment < b.deployment ? 1 : -1);

/** A command on a deployment, below what it is of, for those who have to choose. */
export const offered = (
  { command }: Places,
  act: string,
  { name, version, environment, deployment }: Deployment,
  ...words: readonly string[]
): Related => ({
  place: { file: `${name} ${version} in ${environment}` },
  message: `\`${command(act, deployment, '--env', environment, ...words)}\``,
});

/** Tells of the places that could not be read where something was found in the others. */
export function sayUnread({ options, terminal }: Places, { problems }: Read<unknown>): void {
  for (const { place, message } of problems)
    say(`warning: ${place.file} was left out: ${message}`, options, terminal);
}
