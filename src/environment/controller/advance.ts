import {
  changeDeployment,
  deploymentOf,
  driverName,
  hasEnded,
  manifestOf,
  readDeployment,
} from '../deployments.js';
import { createDocument, readDocument, updateDocument } from '../documents.js';
import { readEnvironment } from '../environments.js';
import { type DeploymentName, lockKey, openKey } from '../keys.js';
import type { Concurrency, Deployment, Lock, Open } from '../records.js';
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
    return record.driver === undefined
      ? await begin(world, named, record)
      : await drive(world, named, record);
  } catch (error) {
    await endDeployment(world, named, { status: 'failed', failure: failureBy(error) });
    return [named];
  }
}

async function begin(
  world: World,
  named: DeploymentName,
  record: Deployment,
): Promise<readonly DeploymentName[]> {
  const { store } = world;
  const driver = driverName(record);
  const policy = await policyOf(world, record);
  // Whoever is in the lock is looked after.
  await createDocument<Open>(store, openKey(named.environment, named.name, driver), record.requested);
  const lock =
    (await updateDocument<Lock>(store, lockKey(named.environment, named.name), (lock = free) =>
      enter(lock, driver, policy),
    )) ?? free;
  if (lock.holder === driver) {
    await start(world, named, record);
    return [];
  }
  const running = deploymentOf(lock.holder!);
  if (!lock.queue.includes(driver)) {
    const cause = `${named.name} is being deployed to ${named.environment} by ${running}, and this distribution rejects others meanwhile`;
    await endDeployment(world, named, { status: 'rejected', failure: { error: 'Rejected', cause } });
    return [named];
  }
  await changeDeployment(store, named, (now) =>
    now.status === 'requested' ? { ...now, status: 'queued' } : now,
  );
  if (policy !== 'replace') return [];
  const others = ahead(lock, driver).map((other) => ({ ...named, deployment: deploymentOf(other) }));
  const failure = {
    error: 'Replaced',
    cause: `replaced by ${named.deployment}, which ${record.requested.by} requested`,
  };
  for (const other of others) await endDeployment(world, other, { status: 'replaced', failure });
  return others;
}

/** One that is retried waits for its turn, whatever the policy: it has begun already. */
async function policyOf({ store }: World, record: Deployment): Promise<Concurrency> {
  if (record.retries > 0) return 'queue';
  const manifest = await manifestOf(store, record);
  const environment = await readEnvironment(store, record.environment);
  return (manifest.concurrency as Concurrency | undefined) ?? environment?.concurrency ?? 'queue';
}

async function start(
  { orchestrator, settings, store }: World,
  named: DeploymentName,
  record: Deployment,
): Promise<void> {
  const input = { ...named, retry: record.retries };
  const driver = await orchestrator.start(settings.driver, driverName(record), input);
  await changeDeployment(store, named, (now) => (now.retries === record.retries ? { ...now, driver } : now));
}

/** Looks after one whose driver was started. */
async function drive(
  world: World,
  named: DeploymentName,
  record: Deployment,
): Promise<readonly DeploymentName[]> {
  const { orchestrator, store } = world;
  const driver = await orchestrator.describe(record.driver!);
  const plan = await planExecution(world, record);
  if (driver?.status === 'RUNNING') {
    const open = await readDocument<Open>(store, openKey(named.environment, named.name, driverName(record)));
    if (open?.token !== undefined && isOver(plan)) await orchestrator.answer(open.token, { output: {} });
    return [];
  }
  // A driver that somebody ended does not end the plan's execution, which is then waited for.
  if (plan?.status === 'RUNNING') return [];
  const end = plan === undefined ? lost(driver?.error, driver?.cause) : await endBy(world, record, plan);
  await endDeployment(world, named, end);
  return [named];
}

const lost = (
  error = 'DriverLost',
  cause = 'what drives the deployment ended before the plan began',
): End => ({ status: 'failed', failure: { error, cause } });
