import { functionCause } from '../../environment/cause.js';
import { objectOr } from '../../language/json.js';
import type { Orchestrator } from '../../ports/orchestrator.js';
import { StatesError } from '../../ports/states-error.js';
import type { Json } from '../../source/document.js';
import type { Call, Tasks } from './interpreter/run.js';
import { mockMissing } from './mocks/missing.js';
import { type Mocks, mockFor, type Outcome, resultIn } from './mocks/mocks.js';
import { type Executions, startExecution } from './start-execution.js';

export interface TaskOptions {
  readonly mocks: Mocks;
  /** The type in the plan of each state, where it is known: `lambda` states are tasks like any other in a definition. */
  readonly types: { readonly [state: string]: string };
  /** Functions of our own by ARN: the worker and the controller. */
  readonly functions: { readonly [arn: string]: (payload: Json) => Promise<Json> };
  readonly answer: Orchestrator['answer'];
  /** Starts executions; absent where there are no other machines. */
  readonly executions?: Executions | undefined;
}

/**
 * Does the tasks of a definition where there is no AWS: calls functions of our own and starts executions; what stands for
 * everything else is in mocks. A mock of a state comes before all of it.
 */
export const createTasks = (options: TaskOptions): Tasks => ({ run: (call) => runTask(call, options) });

async function runTask(call: Call, options: TaskOptions): Promise<Json> {
  const mocked = mockFor(options.mocks, call.state, call.attempt);
  if (mocked !== undefined) return comeTo(mocked, call, options);
  const { FunctionName: functionName, Payload: payload = {} } = objectOr(call.arguments);
  const own = ownFunction(options, call.resource);
  if (own !== undefined) return own(call.arguments);
  if (typeof functionName === 'string' && isInvoke(call.resource)) {
    const invoked = ownFunction(options, functionName);
    if (invoked !== undefined) return invocation(await invoked(payload));
    const result = resultIn(options.mocks, functionName);
    if (result !== undefined) return invocation(result);
  }
  const { executions } = options;
  if (executions !== undefined && /:states:startExecution\b/.test(call.resource))
    return startExecution(call, executions);
  throw mockMissing(call.state, `\`${call.resource}\``, call.arguments);
}

/** Who waits for the answer to a token gets it at once. */
async function comeTo(outcome: Outcome, call: Call, options: TaskOptions): Promise<Json> {
  const { types, answer } = options;
  if ('Throw' in outcome) {
    const { Error: error, Cause: cause = '' } = outcome.Throw;
    const isOwn = ownFunction(options, call.resource) !== undefined;
    throw new StatesError(error, isOwn ? functionCause(error, cause) : cause);
  }
  const result = types[call.state] === 'lambda' ? invocation(outcome.Return) : outcome.Return;
  if (call.token !== undefined) await answer(call.token, { output: result });
  return result;
}

/** A function of our own, whose errors come as those of Lambda do; undefined for any other. */
function ownFunction(
  { functions }: TaskOptions,
  arn: string,
): ((payload: Json) => Promise<Json>) | undefined {
  const called = Object.hasOwn(functions, arn) ? functions[arn] : undefined;
  return called && ((payload) => called(payload).catch(throwAsLambda));
}

function throwAsLambda(error: unknown): never {
  if (!(error instanceof Error)) throw error;
  throw new StatesError(error.name, functionCause(error.name, error.message));
}

const isInvoke = (resource: string): boolean => /:states:::lambda:invoke(\.|$)/.test(resource);

/** What `lambda:invoke` gives: https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html */
const invocation = (payload: Json): Json => ({
  ExecutedVersion: '$LATEST',
  Payload: payload,
  StatusCode: 200,
});
