import { StatesError } from '../../ports/states-error.js';
import { hasEnded, readDeployment } from '../deployments.js';
import type { DeploymentName } from '../keys.js';
import type { Deployment, Payload } from '../records.js';
import type { World } from './world.js';

/** What the states of the deploying machine hand on, as far as they have come. */
export interface StepInput extends DeploymentName {
  /** Counted from 1; 0 the first time. */
  readonly retry: number;
  readonly prepared?: Prepared | undefined;
  readonly installed?: Installed | undefined;
  readonly error?: { readonly Error: string; readonly Cause: string } | undefined;
}

export interface Prepared {
  readonly payload: Payload;
  /** How many others than the requester have to approve. */
  readonly approvals: number;
}

export interface Installed {
  /** ARN of the plan's state machine. */
  readonly machine: string;
}

/** The record of a deployment that goes on. Throws a `StatesError` when it has ended, or is driven by another by now. */
export async function liveRecord({ store }: World, input: StepInput): Promise<Deployment> {
  const record = await readDeployment(store, input);
  if (record === undefined || hasEnded(record) || record.retries !== input.retry)
    throw new StatesError('DeploymentEnded', `the deployment ${input.deployment} has ended`);
  return record;
}
