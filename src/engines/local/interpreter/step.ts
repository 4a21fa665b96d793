import type { JsonObject } from '../../../source/document.js';
import { errorFields, statesError } from './failure.js';
import type { Event } from './journal.js';
import type { Attempt } from './run.js';

/** The event of an attempt that is recorded already, or a new one. */
export function step({ run, branch, at, number, past }: Attempt, type: string, fields: JsonObject): Event {
  const before = past[type];
  if (before === undefined) return run.record(branch, type, { ...fields, at, attempt: number });
  branch.last = before.id;
  return before;
}

/** Does what is inside a state; when that fails, an event of a type says so. */
export async function failing<Result>(
  attempt: Attempt,
  type: 'ParallelStateFailed' | 'MapStateFailed' | 'MapRunFailed',
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    if (attempt.branch.signal.aborted) throw attempt.branch.signal.reason;
    const fields = errorFields(statesError(thrown));
    step(attempt, type, type === 'MapRunFailed' ? { mapRunFailedEventDetails: fields } : fields);
    throw thrown;
  }
}
