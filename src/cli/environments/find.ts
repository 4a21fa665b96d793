import { type Problem, problem, type Related } from '../../diagnostics/problem.js';
import { didYouMean, listed } from '../../diagnostics/suggest.js';
import { hasEnded, readDeployment } from '../../environment/deployments.js';
import { readEnvironment } from '../../environment/environments.js';
import {
  type DeploymentName,
  deploymentsPrefix,
  isDeploymentId,
  openPrefix,
  parseOpenKey,
} from '../../environment/keys.js';
import type { Deployment, Environment } from '../../environment/records.js';
import type { ObjectStore } from '../../ports/object-store.js';
import { StoreError } from '../../ports/store-error.js';
import { say } from '../report.js';
import type { Place, PlaceOptions } from './place.js';
import type { Places, Read } from './places.js';

/** The environment of a name. Throws a `StoreError` when there is none. */
export async function environmentOf(place: Place, name: string): Promise<Environment> {
  const found = await readEnvironment(place.store, name);
  if (found !== undefined) return found;
  const others = [...(await place.names()), ...place.registered].filter((other) => other !== name);
  const help =
    didYouMean(name, others, 'environments') ?? `make it: \`${place.command('env', 'create', name)}\``;
  throw new StoreError(problem('PLAN7021', { file: place.name }, { environment: name }, { help }));
}

/** The name of an environment that is there, or all names where none is given. */
export async function namesOf(place: Place, named: string | undefined): Promise<readonly string[]> {
  return named === undefined ? place.names() : [(await environmentOf(place, named)).name];
}

/** The same with environments that were removed, whose history can still be asked for. */
export async function namesEverOf(place: Place, named: string | undefined): Promise<readonly string[]> {
  const names = await place.namesEver();
  if (named === undefined) return names;
  return names.includes(named) ? [named] : [(await environmentOf(place, named)).name];
}

/** The ids of deployments by the names of their distributions, the oldest first. */
export async function deploymentIds(
  store: ObjectStore,
  environment: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const prefix = deploymentsPrefix(environment);
  const ids = new Map<string, string[]>();
  for (const key of await store.list(prefix)) {
    const [name, file = ''] = key.slice(prefix.length).split('/');
    const id = file.replace(/\.json$/, '');
    if (!isDeploymentId(id)) continue;
    const known = ids.get(name!);
    if (known === undefined) ids.set(name!, [id]);
    else known.push(id);
  }
  return ids;
}

/** Which deployment a command is about. */
export interface Wanted {
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
export interface Found<O extends PlaceOptions> {
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

/** Whether a deployment is meant by its id or the name of its distribution. */
export const isNamed = ({ name, deployment }: DeploymentName, word: string | undefined): boolean =>
  word === undefined || word === name || word === deployment;

/** Ids begin with the time. */
const newestFirst = (a: DeploymentName, b: DeploymentName): number => (a.deployment < b.deployment ? 1 : -1);

export function severalEnvironments({ name }: Place, what: string, environments: readonly string[]): Problem {
  const help = `say which with \`--env\`: ${listed(environments)}`;
  return problem('PLAN7022', { file: name }, { what, environments }, { help });
}

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

export const deploymentsOf = async (
  store: ObjectStore,
  environment: string,
): Promise<readonly DeploymentName[]> =>
  [...(await deploymentIds(store, environment))].flatMap(([name, ids]) =>
    ids.map((deployment) => ({ environment, name, deployment })),
  );

/** What has not come to its end, once each: deployments, and requests that are about others. */
export async function runningIn(store: ObjectStore, environment: string): Promise<readonly DeploymentName[]> {
  const open = (await store.list(openPrefix(environment))).flatMap((key) => parseOpenKey(key) ?? []);
  return [...new Map(open.map((named) => [named.deployment, named])).values()];
}

/** Why there is no such deployment, where it was looked for; `says` is what would be true of it. */
export async function nothingFound(
  places: Places,
  { word, env }: Pick<Wanted, 'word' | 'env'>,
  { problems }: Read<unknown>,
  says = 'goes on',
): Promise<Problem> {
  if (problems[0] !== undefined) return problems[0];
  const { command } = places;
  const where = env === undefined ? '' : ` in \`${env}\``;
  const at = env === undefined ? [] : ['--env', env];
  const { found, problems: missing } = await places.each(env, async (place) => {
    const environments = await namesOf(place, env);
    const ids = await Promise.all(environments.map((name) => deploymentIds(place.store, name)));
    return { place: place.name, environments, names: ids.flatMap((known) => [...known.keys()]) };
  });
  if (missing[0] !== undefined) return missing[0];
  const file = found.map(({ place }) => place).join(', ');
  const names = found.flatMap((one) => one.names);
  if (names.length === 0) {
    const [target = 'dev'] = found.flatMap(({ environments }) => environments);
    const help = `run \`${command('deploy', '--env', target)}\``;
    return problem('PLAN7024', { file }, { what: 'nothing was deployed yet', where }, { help });
  }
  if (word === undefined || names.includes(word)) {
    const which = word === undefined ? 'no deployment' : `no deployment of \`${word}\``;
    const what = `${which} ${says}`;
    const help = `see what there was: \`${command('history', ...at)}\``;
    return problem('PLAN7024', { file }, { what, where }, { help });
  }
  const help = didYouMean(word, [...new Set(names)], 'distributions');
  return problem('PLAN7023', { file }, { word, where }, { help });
}
