import { type Problem, problem } from '../../diagnostics/problem.js';
import { didYouMean, listed } from '../../diagnostics/suggest.js';
import { listEnvironments } from '../../environment/environments.js';
import {
  type DeploymentName,
  deploymentsPrefix,
  isDeploymentId,
  openPrefix,
  parseOpenKey,
} from '../../environment/keys.js';
import type { Environment } from '../../environment/records.js';
import type { ObjectStore } from '../../ports/object-store.js';
import { StoreError } from '../../ports/store-error.js';
import type { Place } from './place.js';

/** The environment of a name, or all of them where none is named. */
export async function environmentsOf(
  { store, folder }: Place,
  named: string | undefined,
): Promise<readonly Environment[]> {
  const all = await listEnvironments(store);
  if (named === undefined) return all;
  const found = all.find(({ name }) => name === named);
  if (found !== undefined) return [found];
  const names = all.map(({ name }) => name);
  const help = didYouMean(named, names, 'environments') ?? `make it: \`plancc env create ${named}\``;
  throw new StoreError(problem('PLAN7021', { file: folder }, { environment: named }, { help }));
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
  /** One that goes on, where no id is given. */
  readonly running?: boolean;
  /** What is to be done to it: then it has to be clear in which environment. */
  readonly to?: string;
}

/** The deployment that is meant: of several the newest. */
export async function findDeployment(place: Place, wanted: Wanted): Promise<DeploymentName> {
  const { word, env, running = false, to } = wanted;
  const environments = await environmentsOf(place, env);
  const isId = word !== undefined && isDeploymentId(word);
  const known = (
    await Promise.all(
      environments.map(({ name }) =>
        running && !isId ? runningIn(place.store, name) : deploymentsOf(place.store, name),
      ),
    )
  ).flat();
  const found = known
    .filter(({ name, deployment }) => word === undefined || word === name || word === deployment)
    .sort((a, b) => (a.deployment < b.deployment ? -1 : 1));
  const newest = found.at(-1);
  if (newest === undefined) throw new StoreError(await nothingFound(place, wanted));
  const places = [...new Set(found.map(({ environment }) => environment))];
  if (to !== undefined && places.length > 1)
    throw new StoreError(severalEnvironments(place, `there is something to ${to}`, places));
  return newest;
}

export function severalEnvironments(
  { folder }: Place,
  what: string,
  environments: readonly string[],
): Problem {
  const help = `say which with \`--env\`: ${listed(environments)}`;
  return problem('PLAN7022', { file: folder }, { what, environments }, { help });
}

const deploymentsOf = async (store: ObjectStore, environment: string): Promise<readonly DeploymentName[]> =>
  [...(await deploymentIds(store, environment))].flatMap(([name, ids]) =>
    ids.map((deployment) => ({ environment, name, deployment })),
  );

const runningIn = async (store: ObjectStore, environment: string): Promise<readonly DeploymentName[]> =>
  (await store.list(openPrefix(environment))).flatMap((key) => parseOpenKey(key) ?? []);

export async function nothingFound(place: Place, { word, env, running }: Wanted): Promise<Problem> {
  const { store, folder, command } = place;
  const where = env === undefined ? '' : ` in \`${env}\``;
  const environments = await environmentsOf(place, env);
  const all = (await Promise.all(environments.map(({ name }) => deploymentsOf(store, name)))).flat();
  const last = all
    .map(({ deployment }) => deployment)
    .sort()
    .at(-1);
  const names = [...new Set(all.map(({ name }) => name))];
  if (word === undefined || (running && names.includes(word))) {
    const what = running
      ? `no deployment${word === undefined ? '' : ` of \`${word}\``} goes on`
      : 'nothing was deployed yet';
    const help =
      last === undefined
        ? `run \`${command('deploy', '--env', env ?? 'dev')}\``
        : `see what there was: \`${command('history', ...(env === undefined ? [] : ['--env', env]))}\``;
    return problem('PLAN7024', { file: folder }, { what, where }, { help });
  }
  const help = didYouMean(word, names, 'distributions');
  return problem('PLAN7023', { file: folder }, { word, where }, { help });
}
