import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../../ports/clock.js';
import { eventDetails } from '../../../ports/orchestrator.js';
import type { Json, JsonObject } from '../../../source/document.js';
import { runBranch } from './branch.js';
import { executionContext } from './context.js';
import { type Ending, isEnding, timedOut } from './ending.js';
import { errorFields, statesError } from './failure.js';
import { statesOf } from './inside.js';
import type { Event } from './journal.js';
import { type Past, pastOf } from './past.js';
import { recorder } from './record.js';
import type { Branch, Execution, Run } from './run.js';
import { under } from './until-aborted.js';

export type Result =
  | { readonly status: 'SUCCEEDED'; readonly output: Json }
  | { readonly status: Ending['status']; readonly error: string; readonly cause: string };

/** So many visits are made before timers, files and other executions get their turn. */
const turn = 100;

/**
 * Runs a state machine from where its journal ends: what is recorded there is not done again. Rejects only when this
 * process stops, with the reason of the signal.
 */
export async function execute(execution: Execution): Promise<Result> {
  const { definition, journal, clock, signal } = execution;
  const past = pastOf(journal.events);
  if (past.ended !== undefined) return resultIn(past.ended);
  const { controller: root, release } = under(signal);
  const { append, record } = recorder(journal, past, clock, root);
  const started = past.started ?? append(0, startedFields(execution));
  let visits = 0;
  const run: Run = {
    ...execution,
    past,
    record,
    breathe: () => (++visits % turn === 0 ? setImmediate() : undefined),
    within: (branch, startAt, input) => runBranch(run, branch, startAt, input),
  };
  const top = topBranch(execution, past, started, root.signal);
  watchTime(definition, past.redriven ?? started, clock, root);
  const end = (fields: JsonObject & { readonly type: string }) =>
    resultIn(append(top.last, { ...fields, redrives: past.redrives }));
  try {
    const input = { value: execution.input, text: JSON.stringify(execution.input) };
    const { text: output } = await run.within(top, String(definition.StartAt), input);
    const executionSucceededEventDetails = { output, outputDetails: { truncated: false } };
    return end({ type: 'ExecutionSucceeded', executionSucceededEventDetails });
  } catch (thrown) {
    if (!root.signal.aborted) return end(endedFields('FAILED', errorFields(statesError(thrown))));
    const { reason } = root.signal;
    if (!isEnding(reason)) throw reason;
    const { status, error, cause } = reason;
    return end(endedFields(status, { error, ...(cause !== '' && { cause }) }));
  } finally {
    release();
    root.abort();
  }
}

const startedFields = ({ input, roleArn }: Execution) => ({
  type: 'ExecutionStarted',
  executionStartedEventDetails: {
    input: JSON.stringify(input),
    inputDetails: { truncated: false },
    roleArn,
  },
});

const ends = { FAILED: 'Failed', TIMED_OUT: 'TimedOut', ABORTED: 'Aborted' } as const;

const endedFields = (status: Ending['status'], details: JsonObject) => ({
  type: `Execution${ends[status]}`,
  [`execution${ends[status]}EventDetails`]: details,
});

/** What the last event of an execution says it came to. */
export function resultIn(event: Event): Result {
  const details = eventDetails(event);
  if (event.type === 'ExecutionSucceeded')
    return { status: 'SUCCEEDED', output: JSON.parse(String(details.output)) };
  const statuses: readonly Ending['status'][] = ['FAILED', 'TIMED_OUT', 'ABORTED'];
  const status = statuses.find((one) => event.type === `Execution${ends[one]}`)!;
  const { error = '', cause = '' } = details;
  return { status, error: String(error), cause: String(cause) };
}

function topBranch(execution: Execution, past: Past, started: Event, signal: AbortSignal): Branch {
  const { definition } = execution;
  return {
    states: statesOf(definition),
    queryLanguage: definition.QueryLanguage === 'JSONata' ? 'JSONata' : 'JSONPath',
    path: '',
    context: executionContext(execution, past, started),
    signal,
    visits: new Map(),
    variables: {},
    // Step Functions lets the first state follow nothing.
    last: 0,
  };
}

/** A redrive gives a machine all of its time again: https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html */
function watchTime(definition: JsonObject, since: Event, clock: Clock, root: AbortController): void {
  const { TimeoutSeconds } = definition;
  if (typeof TimeoutSeconds !== 'number') return;
  clock.until(Date.parse(since.timestamp) + TimeoutSeconds * 1000, root.signal).then(
    () => root.abort(timedOut()),
    () => {},
  );
}
