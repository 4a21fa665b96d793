import { deploymentOf, hasChanged, mayBeRetried, newestDeployment, readDeployment } from '../deployments.js';
import { readDocument, updateDocument } from '../documents.js';
import { type DeploymentName, deploymentKey, lockKey } from '../keys.js';
import type { Deployment, Failure, Lock } from '../records.js';
import { advance } from './advance.js';
import { planExecution } from './end.js';
import { unknownDeployment } from './stop.js';
import type { World } from './world.js';

/**
 * Lets a deployment that failed or was stopped go on from where it ended, for a request of that id. Gives why that is not
 * possible.
 */
export async function retry(
  world: World,
  named: DeploymentName,
  request: string,
): Promise<Failure | undefined> {
  const { environment, name, deployment } = named;
  // What may be left to do for its end comes first.
  await advance(world, named);
  const record = await readDeployment(world.store, named);
  if (record === undefined) return unknownDeployment(named);
  if (record.retriedBy === request) return undefined;
  const cause = await obstacle(world, record);
  if (cause !== undefined) return { error: 'NotRetriable', cause };
  const redrives = ((await planExecution(world, record))?.redriveCount ?? 0) + 1;
  const key = deploymentKey(environment, name, deployment);
  const retried = await updateDocument<Deployment>(world.store, key, (current) =>
    current && current.retries === record.retries ? again(current, request, redrives) : undefined,
  );
  if (retried?.retriedBy !== request)
    return { error: 'NotRetriable', cause: `another request retried ${deployment}` };
  await advance(world, named);
  return undefined;
}

function again(record: Deployment, request: string, redrives: number): Deployment {
  const { driver: _driver, ended: _ended, failure: _failure, ...kept } = record;
  return { ...kept, status: 'requested', retries: record.retries + 1, retriedBy: request, redrives };
}

async function obstacle(world: World, record: Deployment): Promise<string | undefined> {
  const { store } = world;
  const { environment, name, deployment, status } = record;
  if (!mayBeRetried(record)) return `${deployment} has not failed: its status is ${status}`;
  if ((await planExecution(world, record)) === undefined)
    return `${deployment} ended before its plan began; deploy ${name} ${record.version} again`;
  const lock = await readDocument<Lock>(store, lockKey(environment, name));
  if (lock?.holder !== undefined) return `${deploymentOf(lock.holder)} deploys ${name} to ${environment} now`;
  const newest = await newestDeployment(store, environment, name, hasChanged);
  if (newest === undefined || newest.deployment === deployment) return undefined;
  return `${newest.deployment} was deployed after ${deployment}; deploy ${name} ${record.version} again`;
}
