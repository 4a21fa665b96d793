import type { ObjectStore } from '../ports/object-store.js';
import { newestDeployment } from './deployments.js';
import { readDocument } from './documents.js';
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
 * The version that a rollback goes back to: the last that was deployed with success, other than that of the last deployment,
 * however it ended.
 */
export async function findPrevious(
  store: ObjectStore,
  environment: string,
  name: string,
): Promise<Version | undefined> {
  const last = await newestDeployment(store, environment, name, ({ started }) => started !== undefined);
  const found = await newestDeployment(
    store,
    environment,
    name,
    ({ status, id }) => status === 'succeeded' && id !== last?.id,
  );
  return found && { version: found.version, id: found.id };
}
