import { timestamp } from '../../ports/clock.js';
import type { Execution } from '../../ports/orchestrator.js';
import { StatesError } from '../../ports/states-error.js';
import { isDamaged } from '../../ports/store-error.js';
import type { JsonObject } from '../../source/document.js';
import { plainCause } from '../cause.js';
import { changeDeployment, manifestOf } from '../deployments.js';
import { eventOf, failures } from '../failures.js';
import type { DeploymentName } from '../keys.js';
import { planOutputs } from '../plan-outputs.js';
import type { Deployment, Failure } from '../records.js';
import type { World } from './world.js';

/** How a deployment ended. */
export type End =
  | { readonly status: 'succeeded'; readonly outputs: JsonObject }
  | { readonly status: 'failed' | 'stopped' | 'rejected' | 'replaced'; readonly failure: Failure };

/** Writes down the end of a deployment. Of several only the first counts. */
export const endDeployment = (
  world: World,
  named: DeploymentName,
  end: End,
): Promise<Deployment | undefined> => {
  const ended = timestamp(world.clock);
  return changeDeployment(world.store, named, (record) => ({ ...record, ...end, ended }));
};

/** The execution of the plan; undefined before there is one. */
export const planExecution = async (
  { orchestrator }: World,
  { execution }: Deployment,
): Promise<Execution | undefined> => (execution === undefined ? undefined : orchestrator.describe(execution));

export const isOver = (execution: Execution | undefined): execution is Execution =>
  execution !== undefined && execution.status !== 'RUNNING';

/** The end that an execution of the plan, which is over, gives the deployment. */
export async function endBy(
  world: World,
  record: Deployment,
  { status, output = null, error, cause }: Execution,
): Promise<End> {
  if (status === 'SUCCEEDED') {
    const { outputs = {} } = await manifestOf(world.store, record);
    return { status: 'succeeded', outputs: planOutputs(outputs, output) };
  }
  const events = await world.orchestrator.history(record.execution!, 0);
  const over = { error: error ?? status, cause: cause ?? '' };
  const failure = failures(
    events.flatMap((event) => eventOf(event) ?? []),
    over,
  ).at(-1);
  return {
    status: 'failed',
    failure: {
      state: failure?.state,
      error: failure?.error ?? over.error,
      cause: plainCause(failure?.cause ?? over.cause),
    },
  };
}

/** What an error says to a user; throws again what may pass by itself. */
export function failureBy(error: unknown): Failure {
  if (!(error instanceof StatesError) && !isDamaged(error)) throw error;
  return { error: error.name, cause: error.message };
}
