import { executionArn } from '../../ports/orchestrator.js';
import type { StoreError } from '../../ports/store-error.js';
import { driverName } from '../deployments.js';
import { readDocument, replaceDamaged } from '../documents.js';
import { type DeploymentName, deploymentKey, installationKey, requestKey } from '../keys.js';
import type { Act, Installation } from '../records.js';
import { readRequest } from '../requests.js';
import { advance } from './advance.js';
import { failureBy } from './end.js';
import { newRecord } from './new-record.js';
import type { World } from './world.js';

/**
 * Ends a deployment whose record cannot be read, which would keep the lock for ever: what it has begun is stopped, and in the
 * place of its record comes what its request tells.
 */
export async function endDamaged(
  world: World,
  { retries, ...named }: DeploymentName & { readonly retries: number },
  requested: Act,
  damage: StoreError,
): Promise<void> {
  const { orchestrator, settings, store } = world;
  const { environment, name, deployment } = named;
  const driver = executionArn(settings.driver, driverName({ deployment, retries }));
  const installed = await readDocument<Installation>(store, installationKey(environment, name));
  const execution = installed && executionArn(installed.machine, deployment);
  const hasBegun = execution !== undefined && (await orchestrator.describe(execution)) !== undefined;
  for (const one of hasBegun ? [driver, execution] : [driver])
    await orchestrator.stop(one, 'DeploymentEnded', damage.message);
  const body = (await store.get(requestKey(environment, name, deployment)))?.body;
  const asked = readRequest(body ?? Buffer.of());
  const request = 'deployment' in asked ? { malformed: 'it is about another deployment' } : asked;
  await replaceDamaged(store, deploymentKey(environment, name, deployment), {
    ...newRecord(world, named, request, requested, failureBy(damage)),
    retries,
    driver,
    ...(hasBegun && { started: requested.at, changing: requested.at }),
  });
  await advance(world, named);
}
