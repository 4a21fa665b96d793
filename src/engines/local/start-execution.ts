import { hash } from 'node:crypto';
import { isObject, objectOr } from '../../language/json.js';
import type { Execution, Orchestrator } from '../../ports/orchestrator.js';
import { StatesError } from '../../ports/states-error.js';
import type { Json, JsonObject } from '../../source/document.js';
import { isEnding } from './interpreter/ending.js';
import type { Call } from './interpreter/run.js';

/** How executions are started, and looked at until they end. */
export interface Executions {
  readonly orchestrator: Pick<Orchestrator, 'start' | 'describe' | 'stop'>;
  /** Resolves a little later: how long to wait before an execution is looked at again. */
  readonly pause: (signal: AbortSignal) => Promise<void>;
}

/** `states:startExecution` in all its forms: https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html */
export async function startExecution(call: Call, executions: Executions): Promise<Json> {
  const { orchestrator } = executions;
  const {
    StateMachineArn: machine,
    Name: name = hash('sha1', call.id),
    Input: input = {},
  } = objectOr(call.arguments);
  const started = await orchestrator.start(String(machine), String(name), inputOf(input));
  const form = /\.(sync(?::2)?)$/.exec(call.resource)?.[1];
  const described =
    form === undefined ? await orchestrator.describe(started) : await ended(started, call, executions);
  if (described === undefined) throw new StatesError('StepFunctions.ExecutionDoesNotExistException', started);
  if (form === undefined) return { ExecutionArn: started, StartDate: iso(described.startDate) };
  const result = resultOf(started, String(machine), String(name), described);
  if (described.status === 'SUCCEEDED') return form === 'sync' ? asTexts(result) : result;
  throw new StatesError('States.TaskFailed', JSON.stringify(asTexts(result)));
}

/** Stopped when its parent is, not when only this process is. */
async function ended(
  arn: string,
  { signal }: Call,
  { orchestrator, pause }: Executions,
): Promise<Execution | undefined> {
  for (;;) {
    const described = await orchestrator.describe(arn);
    if (described?.status !== 'RUNNING') return described;
    try {
      await pause(signal);
    } catch (reason) {
      if (isEnding(reason)) await orchestrator.stop(arn, reason.error, reason.cause);
      throw reason;
    }
  }
}

function inputOf(input: Json): JsonObject {
  const value: unknown = typeof input === 'string' ? JSON.parse(input) : input;
  if (isObject(value)) return value;
  throw new StatesError(
    'StepFunctions.InvalidExecutionInputException',
    'the input of an execution is an object',
  );
}

const iso = (time: number): string => new Date(time).toISOString();

const resultOf = (arn: string, machine: string, name: string, run: Execution): JsonObject => ({
  ExecutionArn: arn,
  Input: run.input,
  Name: name,
  StartDate: iso(run.startDate),
  StateMachineArn: machine,
  Status: run.status,
  StopDate: iso(run.stopDate ?? run.startDate),
  ...(run.output !== undefined && { Output: run.output }),
  ...(run.error !== undefined && { Error: run.error, Cause: run.cause ?? '' }),
});

/** The first form of `.sync` gives input and output as JSON text, the second as JSON. */
const asTexts = ({ Input, Output, ...rest }: JsonObject): JsonObject => ({
  ...rest,
  Input: JSON.stringify(Input),
  ...(Output !== undefined && { Output: JSON.stringify(Output) }),
});
