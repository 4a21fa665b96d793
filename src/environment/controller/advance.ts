import type { Concurrency } from '../../language/values.js';
import { plainCause } from '../cause.js';
import {
  changeDeployment,
  deploymentOf,
  driverName,
  hasEnded,
  manifestOf,
  readDeployment,
} from '../deployments.js';
import { createDocument, readDocument, updateDocument } from '../documents.js';
import { environmentOf } from '../environments.js';
import { type DeploymentName, lockKey, openKey } from '../keys.js';
import type { Deployment, Lock, Open } from '../records.js';
import { type End, endBy, endDeployment, failureBy, isOver, planExecution } from './end.js';
import { finish } from './finish.js';
import { ahead, enter, free } from './lock.js';
import type { World } from './world.js';

/**
 * Does the next thing that can be done for a deployment, and then for those whose turn it thereby is: lets it in by the
 * policy, starts its driver, answers a driver that waits, closes what has ended. Safe at any time, by several at once:
 * what has been done is seen in the store, and what is done twice is the same.
 */
export async function advance(world: World, named: DeploymentName): Promise<void> {
  const left = [named];
  for (let one = left.shift(); one !== undefined; one = left.shift()) left.push(...(await step(world, one)));
}

/** Gives those that can then go on. */
async function step(world: World, named: DeploymentName): Promise<readonly DeploymentName[]> {
  const record = await readDeployment(world.store, named);
  if (record === undefined) return [];
  if (hasEnded(record)) {
    const next = await finish(world, record);
    return next === undefined ? [] : [next];
  }
  try {
    return record.driver === undefined ? await begin(world, record) : await drive(world, record);
  } catch (error) {
    await endDeployment(world, named, { status: 'failed', failure: failureBy(error) });
    return [record];
  }
}

/** Lets one in by the policy. */
async function begin(world: World, record: Deployment): Promise<readonly DeploymentName[]> {
  const { store } = world;
  const { environment, name, deployment } = record;
  const driver = driverName(record);
  const policy = await policyOf(world, record);
  // Whoever is in the lock is looked after.
  await createDocument<Open>(store, openKey(environment, name, driver), record.requested);
  const lock = await updateDocument<Lock>(store, lockKey(environment, name), (lock = free) =>
    enter(lock, driver, policy),
  );
  const { holder = driver, queue } = lock ?? free;
  if (holder === driver) {
    await start(world, record);
    return [];
  }
  if (!queue.includes(driver)) {
    const cause = `${deploymentOf(holder)} deploys ${name} to ${environment} now; request it again when that has ended`;
    await endDeployment(world, record, { status: 'rejected', failure: { error: 'Rejected', cause } });
    return [record];
  }
  await changeDeployment(store, record, (now) =>
    now.status === 'requested' ? { ...now, status: 'queued' } : now,
  );
  if (policy !== 'replace') return [];
  const cause = `replaced by ${deployment}, which ${record.requested.by} requested`;
  const others = ahead({ holder, queue }, driver).map((other) => ({
    environment,
    name,
    deployment: deploymentOf(other),
  }));
  for (const other of others)
    await endDeployment(world, other, { status: 'replaced', failure: { error: 'Replaced', cause } });
  return others;
}

/** One that is retried waits for its turn, whatever the policy: it has begun already. */
async function policyOf({ store }: World, record: Deployment): Promise<Concurrency> {
  if (record.retries > 0) return 'queue';
  const { concurrency } = await manifestOf(store, record);
  return concurrency ?? (await environmentOf(store, record.environment)).concurrency;
}

async function start({ orchestrator, settings, store }: World, record: Deployment): Promise<void> {
  const { environment, name, deployment, retries } = record;
  const input = { environment, name, deployment, retry: retries };
  const driver = await orchestrator.start(settings.driver, driverName(record), input);
  await changeDeployment(store, record, (now) => (now.retries === retries ? { ...now, driver } : now));
}

/** Looks after one whose driver was started. */
async function drive(world: World, record: Deployment): Promise<readonly DeploymentName[]> {
  const { orchestrator, store } = world;
  const driver = await orchestrator.describe(record.driver!);
  const plan = await planExecution(world, record);
  if (driver?.status === 'RUNNING') {
    const open = await readDocument<Open>(
      store,
      openKey(record.environment, record.name, driverName(record)),
    );
    if (open?.token !== undefined && isOver(plan)) await orchestrator.answer(open.token, { output: {} });
    return [];
  }
  // A driver that was lost does not end the plan's execution, which is then waited for.
  if (plan?.status === 'RUNNING') return [];
  const end = plan === undefined ? lost(driver?.error, driver?.cause) : await endBy(world, record, plan);
  await endDeployment(world, record, end);
  return [record];
}

const lost = (
  error = 'DriverLost',
  cause = 'what drives the deployment ended before the plan began',
): End => ({ status: 'failed', failure: { error, cause: plainCause(cause) } });
