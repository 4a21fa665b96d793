import { eventDetails } from '../../../../../ports/orchestrator.js';
import { StatesError } from '../../../../../ports/states-error.js';
import type { Json } from '../../../../../source/document.js';
import type { Event } from '../../journal.js';
import { payloadOf } from '../../payload.js';
import { detailsOf, type Resource } from '../../resource.js';
import type { Attempt } from '../../run.js';
import { step } from '../../step.js';

/** Does a task, or submits it and waits for the answer to its token; gives its result. */
export async function work(
  attempt: Attempt,
  resource: Resource,
  scheduled: Event,
  signal: AbortSignal,
  beat: () => void,
): Promise<Json> {
  const { token } = scheduled;
  const { past, state, run } = attempt;
  if (token === undefined) return runTask(attempt, scheduled, signal);
  run.tokens.open(token);
  if (past.TaskSubmitted === undefined) {
    const response = await runTask(attempt, scheduled, signal);
    // Too late: the task has failed meanwhile.
    signal.throwIfAborted();
    const { text: output } = payloadOf(response, String(state.Resource));
    const details = { output, outputDetails: { truncated: false } };
    step(attempt, 'TaskSubmitted', detailsOf(resource, 'Submitted', details));
  } else attempt.branch.last = past.TaskSubmitted.id;
  beat();
  const answer = await run.tokens.wait(token, { signal, onHeartbeat: beat });
  if ('output' in answer) return answer.output;
  throw new StatesError(answer.error, answer.cause);
}

function runTask(attempt: Attempt, scheduled: Event, signal: AbortSignal): Promise<Json> {
  const { run, name, state, number } = attempt;
  const { parameters, input: given } = eventDetails(scheduled);
  return run.tasks.run({
    id: `${run.arn}#${scheduled.id}`,
    state: name,
    resource: String(state.Resource),
    arguments: JSON.parse(String(parameters ?? given)),
    token: scheduled.token,
    attempt: number,
    signal,
  });
}
