import {
  DescribeExecutionCommand,
  type DescribeExecutionCommandOutput,
  RedriveExecutionCommand,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { type Execution, executionArn } from '../../../ports/orchestrator.js';
import { StatesError } from '../../../ports/states-error.js';
import type { Json, JsonObject } from '../../../source/document.js';
import { isNamed } from '../error-name.js';
import type { Client } from './client.js';
import { withinLimits } from './limits.js';

/** The name stays taken when the execution has ended: https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html */
export async function start(
  client: Client,
  machine: string,
  name: string,
  input: JsonObject,
): Promise<string> {
  try {
    await client.send(
      new StartExecutionCommand({ stateMachineArn: machine, name, input: JSON.stringify(input) }),
    );
  } catch (error) {
    if (isNamed(error, 'ExecutionAlreadyExists')) return executionArn(machine, name);
    throw isNamed(error, ...final) ? asStates(error) : error;
  }
  return executionArn(machine, name);
}

/** What stays so, however often it is tried. */
const final: readonly string[] = [
  'ExecutionNotRedrivable',
  'InvalidExecutionInput',
  'StateMachineDeleting',
  'StateMachineDoesNotExist',
];

/** By the name that a state of Step Functions would see. */
const asStates = (error: unknown): StatesError =>
  error instanceof Error
    ? new StatesError(`StepFunctions.${error.name}Exception`, error.message)
    : new StatesError('StepFunctions.SfnException', String(error));

export async function describe(client: Client, execution: string): Promise<Execution | undefined> {
  try {
    return executionIn(await client.send(new DescribeExecutionCommand({ executionArn: execution })));
  } catch (error) {
    if (isNamed(error, 'ExecutionDoesNotExist')) return undefined;
    throw error;
  }
}

function executionIn(described: DescribeExecutionCommandOutput): Execution {
  const {
    status = 'RUNNING',
    startDate,
    stopDate,
    redriveCount = 0,
    input,
    output,
    error,
    cause,
  } = described;
  return {
    // One that waits to be redriven is about to go on.
    status: status === 'PENDING_REDRIVE' ? 'RUNNING' : status,
    startDate: startDate?.getTime() ?? 0,
    redriveCount,
    input: jsonOf(input) ?? {},
    ...(stopDate !== undefined && { stopDate: stopDate.getTime() }),
    ...(output !== undefined && { output: jsonOf(output) }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
  };
}

const jsonOf = (text: string | undefined): Json | undefined =>
  text === undefined ? undefined : JSON.parse(text);

export async function stop(client: Client, execution: string, error: string, cause: string): Promise<void> {
  try {
    await client.send(new StopExecutionCommand({ executionArn: execution, ...withinLimits(error, cause) }));
  } catch (refused) {
    if (!isNamed(refused, 'ExecutionDoesNotExist')) throw refused;
  }
}

/** Two who do so at once do it once: https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html */
export async function redrive(client: Client, execution: string): Promise<void> {
  try {
    await client.send(new RedriveExecutionCommand({ executionArn: execution }));
  } catch (error) {
    if (!isNamed(error, ...final)) throw error;
    const found = await describe(client, execution);
    if (found?.status !== 'RUNNING' && found?.status !== 'SUCCEEDED') throw asStates(error);
  }
}
