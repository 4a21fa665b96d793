import { isList } from '../../../language/json.js';
import { eventDetails } from '../../../ports/orchestrator.js';
import { StatesError } from '../../../ports/states-error.js';
import type { Json, JsonObject } from '../../../source/document.js';
import type { Event } from './journal.js';
import type { PastAttempt } from './past.js';

/** What went wrong, as an error that states can catch; what nobody foresaw is `States.Runtime`. */
export const statesError = (error: unknown): StatesError =>
  error instanceof StatesError
    ? error
    : new StatesError('States.Runtime', error instanceof Error ? error.message : String(error));

/** Step Functions reports a heartbeat that was missed as a timeout, but `Retry` and `Catch` tell them apart. */
const reported = (name: string): string => (name === 'States.HeartbeatTimeout' ? 'States.Timeout' : name);

/** The fields of an event that say what failed. */
export const errorFields = ({ name, message }: StatesError): JsonObject => ({
  ...(name !== '' && { error: reported(name) }),
  ...(message !== '' && { cause: message }),
});

/** What a catcher hands on. */
export const errorOutput = ({ name, message }: StatesError): JsonObject => ({
  Error: reported(name),
  Cause: message,
});

const always: readonly string[] = ['States.DataLimitExceeded', 'States.Runtime'];

/** They always fail an execution. In AWS there is nothing like a mock that is missing, so no plan is to handle it. */
const final: readonly string[] = ['States.Runtime', 'MockMissing'];

/** Whether a retrier or catcher is for an error: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
export function isFor(rule: JsonObject, { name }: StatesError): boolean {
  if (final.includes(name)) return false;
  const errors: readonly Json[] = isList(rule.ErrorEquals) ? rule.ErrorEquals : [];
  return errors.some(
    (error) =>
      error === name ||
      error === reported(name) ||
      (error === 'States.ALL' && !always.includes(name)) ||
      (error === 'States.TaskFailed' && reported(name) !== 'States.Timeout' && !always.includes(name)),
  );
}

/** Types of the events that end an attempt badly. */
const failed =
  /^(Task|LambdaFunction|Activity)(Failed|TimedOut)$|^(Map|Parallel)StateFailed$|^Map(Run|Iteration)Failed$|^EvaluationFailed$/;

/** How an attempt failed before, when it has. */
export function failureIn(
  past: PastAttempt,
): { readonly event: Event; readonly error: StatesError } | undefined {
  const event = Object.values(past).find((one) => one !== undefined && failed.test(one.type));
  if (event === undefined) return undefined;
  const { error = '', cause = '' } = { ...eventDetails(event), ...event };
  const name = event.heartbeat === true ? 'States.HeartbeatTimeout' : String(error);
  return { event, error: new StatesError(name, String(cause)) };
}
