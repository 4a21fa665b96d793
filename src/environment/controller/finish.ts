import { deploymentOf, driverName, type EndedDeployment } from '../deployments.js';
import { updateDocument } from '../documents.js';
import { putInventory } from '../inventory.js';
import { type DeploymentName, lockKey, openKey, waitingPrefix } from '../keys.js';
import type { Lock } from '../records.js';
import { ending, tell } from '../tell.js';
import { leave } from './lock.js';
import type { World } from './world.js';

/**
 * Does what is left to do for a deployment that has ended: nothing of it runs on, the inventory tells what runs, all who
 * listen hear of it, and the lock goes to the next, which is given. Every step may be done again.
 */
export async function finish(world: World, record: EndedDeployment): Promise<DeploymentName | undefined> {
  const { store } = world;
  const { environment, name, deployment } = record;
  const driver = driverName(record);
  const open = openKey(environment, name, driver);
  if (!(await store.has(open))) return undefined;
  if (record.status === 'succeeded') await putInventory(store, record);
  else await stopAll(world, record);
  for (const key of await store.list(waitingPrefix(environment, name, deployment))) await store.delete(key);
  await tell(world, record, ending(record));
  const next = await passLock(world, { environment, name }, driver);
  await store.delete(open);
  return next;
}

async function stopAll(
  { orchestrator }: World,
  { status, driver, execution }: EndedDeployment,
): Promise<void> {
  const cause = status === 'failed' ? 'the deployment has failed' : `the deployment was ${status}`;
  // One that failed was ended by its driver, which is about to end itself.
  const running = status === 'failed' ? [execution] : [driver, execution];
  for (const one of running) if (one !== undefined) await orchestrator.stop(one, 'DeploymentEnded', cause);
}

/** Takes one out of the lock; gives the deployment that holds it then. */
export async function passLock(
  { store }: World,
  { environment, name }: Pick<DeploymentName, 'environment' | 'name'>,
  driver: string,
): Promise<DeploymentName | undefined> {
  const lock = await updateDocument<Lock>(
    store,
    lockKey(environment, name),
    (lock) => lock && leave(lock, driver),
  );
  return lock?.holder === undefined
    ? undefined
    : { environment, name, deployment: deploymentOf(lock.holder) };
}
