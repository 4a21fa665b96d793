import type { ObjectStore } from '../../ports/object-store.js';
import { StatesError } from '../../ports/states-error.js';
import { deploymentIn } from '../deployment-in.js';
import { hasEnded, readDeployment } from '../deployments.js';
import type { Deployment } from '../records.js';
import type { WorkRequest } from './request.js';

/** A request, and the record of the deployment that it is for. */
export interface Trusted {
  readonly asked: WorkRequest;
  readonly record: Deployment;
}

/**
 * A request with the distribution as the record of its deployment says it. The payload is what a plan makes of it; so the
 * deployment that it names has to go on, and the execution that calls has to be its own. Throws `NotAllowed` otherwise.
 */
export async function trusted(asked: WorkRequest, store: ObjectStore): Promise<Trusted> {
  const { payload, execution, state } = asked;
  const named = deploymentIn({ ...payload });
  const record = named && (await readDeployment(store, named));
  if (record === undefined || hasEnded(record) || !isOf(execution, record.execution)) {
    const cause = `\`${state}\` was called by ${execution} for ${payload.deployment.id}, which it is not the execution of, or which has ended`;
    throw new StatesError('NotAllowed', cause);
  }
  const { name, version, id } = record;
  return { asked: { ...asked, payload: { ...payload, distribution: { name, version, id } } }, record };
}

/**
 * The child executions of a Distributed Map are `…:execution:<machine>/<map>:<child>`: they tell their machine alone. One
 * machine runs one deployment at a time.
 */
function isOf(caller: string, execution: string | undefined): boolean {
  if (execution === undefined) return false;
  return caller === execution || caller.startsWith(`${execution.slice(0, execution.lastIndexOf(':'))}/`);
}
