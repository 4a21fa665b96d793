import type { DeploymentName } from '../keys.js';
import type { Act, Failure } from '../records.js';
import { advance } from './advance.js';
import { endDeployment } from './end.js';
import type { World } from './world.js';

/** Ends a deployment, whether it waits or runs. Gives why that is not possible. */
export async function stop(world: World, named: DeploymentName, { by }: Act): Promise<Failure | undefined> {
  const failure = { error: 'Stopped', cause: `stopped by ${by}` };
  const record = await endDeployment(world, named, { status: 'stopped', failure });
  if (record === undefined) return unknownDeployment(named);
  await advance(world, named);
  if (record.status === 'stopped') return undefined;
  const cause = `${named.deployment} cannot be stopped: it has ended, and its status is ${record.status}`;
  return { error: 'DeploymentEnded', cause };
}

export const unknownDeployment = ({ environment, name, deployment }: DeploymentName): Failure => ({
  error: 'UnknownDeployment',
  cause: `there is no deployment ${deployment} of ${name} to ${environment}`,
});
