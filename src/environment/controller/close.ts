import { plainCause } from '../cause.js';
import { hasEnded, readDeployment } from '../deployments.js';
import { advance } from './advance.js';
import { type End, endBy, endDeployment, isOver, planExecution } from './end.js';
import type { StepInput } from './step.js';
import type { World } from './world.js';

/** Writes down how a deployment ended, and lets the next one begin. */
export async function closeDeployment(world: World, input: StepInput): Promise<void> {
  const record = await readDeployment(world.store, input);
  // One that is retried by now is the business of another driver.
  if (record === undefined || record.retries !== input.retry) return;
  if (!hasEnded(record)) {
    const plan = await planExecution(world, record);
    // What the plan has done counts, whatever went wrong in waiting for it.
    if (input.error && plan?.status !== 'SUCCEEDED') await endDeployment(world, input, failed(input.error));
    else if (isOver(plan)) await endDeployment(world, input, await endBy(world, record, plan));
  }
  await advance(world, input);
}

const failed = ({ Error: error, Cause: cause }: NonNullable<StepInput['error']>): End => ({
  status: 'failed',
  failure: { error, cause: plainCause(cause) },
});
