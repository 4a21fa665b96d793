import { StatesError } from '../../ports/states-error.js';
import { changeDeployment, driverName } from '../deployments.js';
import { updateDocument } from '../documents.js';
import { openKey } from '../keys.js';
import type { Deployment, Open } from '../records.js';
import { hasExecutionEnded } from './end.js';
import { liveRecord, type StepInput } from './step.js';
import { now, type World } from './world.js';

/**
 * Starts the plan's execution, or lets it go on where a retry does so; called again, it sees that it runs. The token is
 * answered when the execution has ended.
 */
export async function execute(world: World, input: StepInput, token: string): Promise<void> {
  const record = await liveRecord(world, input);
  const running = input.retry > 0 ? await goOn(world, input, record) : await startPlan(world, input);
  const open = openKey(input.environment, input.name, driverName(record));
  await updateDocument<Open>(world.store, open, (current) => current && { ...current, token });
  // It may have ended before there was a token to answer.
  if (await hasExecutionEnded(world, running)) await world.orchestrator.answer(token, { output: {} });
}

async function startPlan(world: World, input: StepInput): Promise<Deployment> {
  const { orchestrator } = world;
  const { payload } = input.prepared!;
  const execution = await orchestrator.start(input.installed!.machine, input.deployment, { ...payload });
  return recorded(world, input, execution, (record) => ({ ...record, execution }));
}

/** A record that says how often the execution is to have been redriven tells whether that has happened. */
async function goOn(
  world: World,
  input: StepInput,
  { execution, redrives }: Deployment,
): Promise<Deployment> {
  const { orchestrator } = world;
  const found = await orchestrator.describe(execution!);
  // One that succeeded just as the deployment was stopped has nothing left to do.
  const isLeft = found !== undefined && found.status !== 'RUNNING' && found.status !== 'SUCCEEDED';
  if (isLeft && found.redriveCount < redrives!) await orchestrator.redrive(execution!);
  return recorded(world, input, execution!, (record) => ({
    ...record,
    status: 'running',
    started: record.started ?? now(world),
  }));
}

/** What was stopped while it was being started does not run on. */
async function recorded(
  world: World,
  input: StepInput,
  execution: string,
  change: (record: Deployment) => Deployment,
): Promise<Deployment> {
  const record = await changeDeployment(world.store, input, change);
  if (record !== undefined && record.execution === execution && record.status === 'running') return record;
  const cause = `the deployment ${input.deployment} has ended`;
  await world.orchestrator.stop(execution, 'DeploymentEnded', cause);
  throw new StatesError('DeploymentEnded', cause);
}
