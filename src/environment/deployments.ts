import type { Manifest } from '../distribution/manifest.js';
import type { ObjectStore } from '../ports/object-store.js';
import { StatesError } from '../ports/states-error.js';
import { readDocument, updateDocument } from './documents.js';
import { type DeploymentName, deploymentKey, deploymentsPrefix } from './keys.js';
import type { Deployment, DeploymentStatus } from './records.js';
import { readVersion } from './versions.js';

const keyOf = ({ environment, name, deployment }: DeploymentName): string =>
  deploymentKey(environment, name, deployment);

/** Undefined when there is no such deployment. Throws a `StoreError` when its record cannot be read. */
export const readDeployment = (store: ObjectStore, named: DeploymentName): Promise<Deployment | undefined> =>
  readDocument<Deployment>(store, keyOf(named));

/** A deployment that goes on no more. */
export interface EndedDeployment extends Deployment {
  readonly status: Exclude<DeploymentStatus, 'requested' | 'queued' | 'running'>;
}

export const hasEnded = (record: Deployment): record is EndedDeployment =>
  record.status !== 'requested' && record.status !== 'queued' && record.status !== 'running';

/** Whether it may have changed something. What was refused, or stopped before it began, has not. */
export const hasChanged = ({ changing }: Deployment): boolean => changing !== undefined;

/** Whether it may go on from where it ended, as far as its end says. */
export const mayBeRetried = ({ status }: Deployment): boolean => status === 'failed' || status === 'stopped';

/** Changes the record of a deployment that goes on; one that has ended stays as it is. Gives the record as it is then. */
export const changeDeployment = (
  store: ObjectStore,
  named: DeploymentName,
  change: (record: Deployment) => Deployment,
): Promise<Deployment | undefined> =>
  updateDocument<Deployment>(store, keyOf(named), (record) =>
    record === undefined || hasEnded(record) ? undefined : change(record),
  );

/** The manifest of the version that a deployment is of. Throws a `StatesError` when it is not in the store as requested. */
export async function manifestOf(
  store: ObjectStore,
  { name, version, id }: Pick<Deployment, 'name' | 'version' | 'id'>,
): Promise<Manifest> {
  const found = await readVersion(store, name, version);
  if (found === undefined) {
    const cause = `${name} ${version} has not been shipped; do so with \`plancc ship\``;
    throw new StatesError('UnknownVersion', cause);
  }
  if (found.id === id) return found.manifest;
  const cause = `${name} ${version} is ${found.id} here, and ${id} was requested; give what has changed another version`;
  throw new StatesError('OtherVersion', cause);
}

/**
 * What drives a deployment: the name of its execution, and of its place in the lock. Each retry has another one, so that
 * what is left to do for an earlier one cannot touch it.
 */
export const driverName = ({ deployment, retries }: Pick<Deployment, 'deployment' | 'retries'>): string =>
  retries === 0 ? deployment : `${deployment}-retry-${retries}`;

/** The id of the deployment that such a name stands for. */
export const deploymentOf = (driver: string): string => driver.replace(/-retry-\d+$/, '');

/** The newest deployment of a distribution to an environment that is of a kind. */
export async function newestDeployment(
  store: ObjectStore,
  environment: string,
  name: string,
  isMeant: (record: Deployment) => boolean,
): Promise<Deployment | undefined> {
  // Ids begin with the time.
  for (const key of (await store.list(deploymentsPrefix(environment, name))).toReversed()) {
    const record = await readDocument<Deployment>(store, key);
    if (record !== undefined && isMeant(record)) return record;
  }
  return undefined;
}
