import { problem } from '../../diagnostics/problem.js';
import {
  hasChanged,
  hasEnded,
  mayBeRetried,
  newestDeployment,
  readDeployment,
} from '../../environment/deployments.js';
import { isDeploymentId } from '../../environment/keys.js';
import type { Deployment } from '../../environment/records.js';
import type { ObjectStore } from '../../ports/object-store.js';
import { StoreError } from '../../ports/store-error.js';
import { deploymentIds, deploymentsOf, isNamed, runningIn } from './deployment-names.js';
import { namesOf } from './environment-names.js';
import { offered, sayUnread } from './find.js';
import { nothingFound } from './nothing-found.js';
import type { Place, PlaceOptions } from './place.js';
import type { Places } from './places.js';

interface OneOptions extends PlaceOptions {
  readonly env: string | undefined;
}

/** What is done to a deployment: to the wrong one it does harm, so that none is chosen where several may be meant. */
export type Act = 'stop' | 'retry';

/** A deployment, and where its environment is. */
interface One<O extends PlaceOptions> {
  readonly place: Place<O>;
  readonly record: Deployment;
}

/** The only deployment of that id, else the only one to which that can be done. */
export async function findOneTo<O extends OneOptions>(
  places: Places<O>,
  act: Act,
  word: string | undefined,
): Promise<One<O>> {
  const { env } = places.options;
  const candidates = word !== undefined && isDeploymentId(word) ? withId : act === 'stop' ? goingOn : failed;
  const read = await places.each(env, async (place) => {
    const environments = await namesOf(place, env);
    const found = await Promise.all(environments.map((name) => candidates(place.store, name, word)));
    return found.flat().map((record): One<O> => ({ place, record }));
  });
  const [first, ...others] = read.found.flat();
  if (first === undefined) {
    const says = act === 'stop' ? 'goes on' : 'can be retried';
    throw new StoreError(await nothingFound(places, { word, env }, read, says));
  }
  if (others.length > 0) throw new StoreError(severalDeployments(places, act, [first, ...others]));
  sayUnread(places, read);
  return first;
}

type Candidates = (
  store: ObjectStore,
  environment: string,
  word: string | undefined,
) => Promise<readonly Deployment[]>;

const withId: Candidates = async (store, environment, word) => {
  const known = (await deploymentsOf(store, environment)).filter((named) => isNamed(named, word));
  const records = await Promise.all(known.map((named) => readDeployment(store, named)));
  return records.filter((record) => record !== undefined);
};

/** Of each distribution the deployment that is driven, else the one that is the next. */
export const goingOn: Candidates = async (store, environment, word) => {
  const open = (await runningIn(store, environment)).filter((named) => isNamed(named, word));
  const records = await Promise.all(open.map((named) => readDeployment(store, named)));
  const first = new Map<string, Deployment>();
  for (const record of records) {
    if (record === undefined || hasEnded(record)) continue;
    const other = first.get(record.name);
    if (other === undefined || rank(record) < rank(other)) first.set(record.name, record);
  }
  return [...first.values()];
};

/** Ids begin with the time. */
const rank = ({ status, deployment }: Deployment): string => `${status === 'queued' ? 1 : 0}${deployment}`;

/** Of each distribution the newest deployment that began, if it failed. */
const failed: Candidates = async (store, environment, word) => {
  const names = [...(await deploymentIds(store, environment)).keys()].filter(
    (name) => word === undefined || name === word,
  );
  const newest = await Promise.all(
    names.map((name) => newestDeployment(store, environment, name, hasChanged)),
  );
  return newest
    .filter((record) => record !== undefined)
    .filter((record) => record.execution !== undefined && mayBeRetried(record));
};

function severalDeployments(places: Places, act: Act, found: readonly One<PlaceOptions>[]) {
  const related = found.map(({ record }) => offered(places, act, record));
  const file = [...new Set(found.map(({ place }) => place.name))].join(', ');
  const help = 'choose one of them';
  return problem('PLAN7036', { file }, { count: found.length, act }, { help, related });
}
