import { eventDetails } from '../../../../../ports/orchestrator.js';
import { type Limits, withinLimits } from '../../deadline.js';
import { exitWith } from '../../exit.js';
import { errorFields, statesError } from '../../failure.js';
import type { Event } from '../../journal.js';
import { payloadOf } from '../../payload.js';
import { detailsOf, type Resource, resourceOf } from '../../resource.js';
import type { Attempt, Exit } from '../../run.js';
import { step } from '../../step.js';
import { schedule } from './schedule.js';
import { work } from './work.js';

export async function task(attempt: Attempt): Promise<Exit> {
  const resource = resourceOf(String(attempt.state.Resource));
  const succeeded = attempt.past[`${resource.prefix}Succeeded`] ?? (await perform(attempt, resource));
  attempt.branch.last = succeeded.id;
  return exitWith(attempt, JSON.parse(String(eventDetails(succeeded).output)));
}

/** Does a task that has not succeeded yet; what it was given before is not evaluated again. */
async function perform(attempt: Attempt, resource: Resource): Promise<Event> {
  const { run, branch, past, state } = attempt;
  const { prefix } = resource;
  const scheduled = past[`${prefix}Scheduled`] ?? (await schedule(attempt, resource));
  branch.last = scheduled.id;
  step(attempt, `${prefix}Started`, detailsOf(resource, 'Started', {}));
  try {
    const result = await withinLimits(limitsOf(attempt, scheduled), (signal, beat) =>
      work(attempt, resource, scheduled, signal, beat),
    );
    const { text: output } = payloadOf(result, String(state.Resource));
    const details = { output, outputDetails: { truncated: false } };
    return step(attempt, `${prefix}Succeeded`, detailsOf(resource, 'Succeeded', details));
  } catch (thrown) {
    if (branch.signal.aborted) throw branch.signal.reason;
    const error = statesError(thrown);
    const how = /^States\.(Heartbeat)?Timeout$/.test(error.name) ? 'TimedOut' : 'Failed';
    step(attempt, prefix + how, {
      ...detailsOf(resource, how, errorFields(error)),
      ...(error.name === 'States.HeartbeatTimeout' && { heartbeat: true }),
    });
    throw error;
  } finally {
    if (scheduled.token !== undefined && !branch.signal.aborted) run.tokens.close(scheduled.token);
  }
}

/** Time counts from when the task was scheduled, heartbeats from when somebody listens to them. */
function limitsOf({ run, branch }: Attempt, scheduled: Event): Limits {
  const { timeoutInSeconds: timeout, heartbeatInSeconds: heartbeat } = eventDetails(scheduled);
  return {
    clock: run.clock,
    signal: branch.signal,
    until: typeof timeout === 'number' ? Date.parse(scheduled.timestamp) + timeout * 1000 : undefined,
    heartbeat: typeof heartbeat === 'number' && scheduled.token !== undefined ? heartbeat : undefined,
  };
}
