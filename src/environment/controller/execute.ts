import { executionArn } from '../../ports/orchestrator.js';
import { StatesError } from '../../ports/states-error.js';
import { driverName } from '../deployments.js';
import { updateDocument } from '../documents.js';
import { runningVersion } from '../inventory.js';
import { openKey } from '../keys.js';
import type { Deployment, Open } from '../records.js';
import { isOver, planExecution } from './end.js';
import { changeLive, liveRecord, type StepInput } from './step.js';
import type { World } from './world.js';

/**
 * Starts the plan's execution, or lets it go on where a retry does so; called again, it sees that it runs. The token is
 * answered when the execution has ended.
 */
export async function execute(world: World, input: StepInput, token: string): Promise<void> {
  const { store, orchestrator } = world;
  const record = await noted(world, input);
  if (input.retry > 0) await goOn(world, record);
  else await orchestrator.start(input.installed!.machine, input.deployment, { ...input.prepared!.payload });
  try {
    await liveRecord(world, input);
  } catch (error) {
    // What was stopped while it was being started does not run on; a store that fails for a moment stops nothing.
    if (error instanceof StatesError)
      await orchestrator.stop(record.execution!, 'DeploymentEnded', 'the deployment has ended');
    throw error;
  }
  const open = openKey(input.environment, input.name, driverName(record));
  await updateDocument<Open>(store, open, (current) => current && { ...current, token });
  // It may have ended before there was a token to answer.
  if (isOver(await planExecution(world, record))) await orchestrator.answer(token, { output: {} });
}

/** The record with the execution in it before there is one: whoever ends the deployment has to know what to stop. */
async function noted(world: World, input: StepInput): Promise<Deployment> {
  const previous = await runningVersion(world.store, input.environment, input.name);
  return changeLive(world, input, (record) =>
    record.status === 'running' && record.execution !== undefined
      ? record
      : { ...record, status: 'running', execution: record.execution ?? executionOf(input), previous },
  );
}

const executionOf = ({ installed, deployment }: StepInput): string =>
  executionArn(installed!.machine, deployment);

/** A record that says how often the execution is to have been redriven tells whether that has happened. */
async function goOn({ orchestrator }: World, { execution, redrives }: Deployment): Promise<void> {
  const found = await orchestrator.describe(execution!);
  // One that succeeded just as the deployment was stopped has nothing left to do.
  const isLeft = found !== undefined && found.status !== 'RUNNING' && found.status !== 'SUCCEEDED';
  if (isLeft && found.redriveCount < redrives!) await orchestrator.redrive(execution!);
}
