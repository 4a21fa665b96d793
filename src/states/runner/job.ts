import type { Path } from '../../diagnostics/problem.js';
import type { JsonObject } from '../../source/document.js';
import type { Lowering, SecretRefusal, StateContext } from '../define.js';
import { hour, leastTimeout, minute, timeoutOf } from '../timeout.js';
import type { JobProperties } from './schema.js';
import { runnerOf } from './settings.js';

/** Step Functions reports a job that is too slow or was lost under names of its own. */
export const jobErrors = {
  JobFailed: [],
  JobTimedOut: ['States.Timeout', 'States.HeartbeatTimeout'],
} as const;

// Several times the interval of the heartbeats, so that a host that is slow to start is not taken for a lost one.
const heartbeat = 5 * minute;

/** A job for a runner, which answers with the task token. */
export function lowerJob(context: StateContext<JobProperties>): Lowering {
  const { Runner: _, ...rest } = context.properties as JsonObject;
  const runner = runnerOf(context);
  const least = leastTimeout(context, hour);
  return {
    kind: 'wait',
    properties: { ...rest, ...(runner !== undefined && { Runner: runner }) },
    timeoutSeconds: timeoutOf(context.state, hour),
    // It must be shorter than the timeout, whichever that will be, or the state fails before it starts; without one a
    // lost job is noticed only at the timeout: https://states-language.net/spec.html#timeouts-and-heartbeats
    ...(least > 1 && { heartbeatSeconds: Math.min(heartbeat, least - 1) }),
  };
}

export const jobAcceptsSecret = (path: Path): true | SecretRefusal =>
  path[0] === 'Environment' || {
    reason: 'it reaches a job through its `Environment` alone',
    help: 'give it to a variable in `Environment`',
  };
