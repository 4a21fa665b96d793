import type { ObjectStore } from '../ports/object-store.js';
import { hasChanged, newestDeployment, readDeployment } from './deployments.js';
import { readDocument } from './documents.js';
import { runningVersion } from './inventory.js';
import { deploymentsPrefix } from './keys.js';
import type { Deployment, Version } from './records.js';

/**
 * The newest deployments to an environment, of one distribution or of all, the newest first. `orElse` may leave out those
 * whose records cannot be read.
 */
export async function listDeployments(
  store: ObjectStore,
  environment: string,
  limit: number,
  name?: string,
  orElse: (reading: Promise<Deployment | undefined>) => typeof reading = (reading) => reading,
): Promise<readonly Deployment[]> {
  const idOf = (key: string) => key.slice(key.lastIndexOf('/') + 1);
  // Ids begin with the time, so that only the records that are shown have to be read.
  const keys = (await store.list(deploymentsPrefix(environment, name)))
    .map((key) => [idOf(key), key] as const)
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .slice(0, limit);
  const records = await Promise.all(keys.map(([, key]) => orElse(readDocument<Deployment>(store, key))));
  return records.filter((record) => record !== undefined);
}

/**
 * The version that a rollback goes back to: what runs, when the last deployment failed to bring another version, else what
 * ran before. What was gone back to stands where it first ran, so that each rollback leads further back.
 */
export async function findPrevious(
  store: ObjectStore,
  environment: string,
  name: string,
): Promise<Version | undefined> {
  const read = (deployment: string) => readDeployment(store, { environment, name, deployment });
  const last = await newestDeployment(store, environment, name, hasChanged);
  let found = await runningVersion(store, environment, name);
  while (found !== undefined && found.id === last?.id) found = await before(found, read);
  return found && { version: found.version, id: found.id };
}

type Ran = NonNullable<Deployment['previous']>;

/** What ran before a version was deployed; when that was a rollback, before the version was there first. */
async function before(
  { deployment, id }: Ran,
  read: (deployment: string) => Promise<Deployment | undefined>,
): Promise<Ran | undefined> {
  const record = await read(deployment);
  if (record?.action !== 'rollback') return record?.previous;
  let first = record.previous;
  while (first !== undefined && first.id !== id) first = (await read(first.deployment))?.previous;
  return first === undefined ? record.previous : before(first, read);
}
