import { StatesError } from '../../ports/states-error.js';
import { changeDeployment, hasEnded, readDeployment } from '../deployments.js';
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
export const liveRecord = async ({ store }: World, input: StepInput): Promise<Deployment> =>
  live(await readDeployment(store, input), input);

/** Changes that record, and gives it as it is then. Throws as `liveRecord` does, and then nothing has changed. */
export const changeLive = async (
  { store }: World,
  input: StepInput,
  change: (record: Deployment) => Deployment,
): Promise<Deployment> =>
  live(await changeDeployment(store, input, (record) => change(live(record, input))), input);

function live(record: Deployment | undefined, { deployment, retry }: StepInput): Deployment {
  if (record === undefined || hasEnded(record) || record.retries !== retry)
    throw new StatesError('DeploymentEnded', `the deployment ${deployment} has ended`);
  return record;
}
