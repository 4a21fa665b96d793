import type { Clock } from '../../../ports/clock.js';
import type { JsonObject } from '../../../source/document.js';
import { historyFull } from './ending.js';
import type { Event, Journal } from './journal.js';
import type { Past } from './past.js';
import type { Branch } from './run.js';

/** https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html#service-limits-state-machine-executions */
const limit = 25_000;

/** An event but for what every event has. */
type Fields = JsonObject & { readonly type: string };

export interface Recorder {
  /** Appends an event that follows another one. */
  readonly append: (previousEventId: number, fields: Fields) => Event;
  /** The same for the last event of a branch. Aborts the execution when its history is full. */
  readonly record: (branch: Branch, type: string, fields: JsonObject) => Event;
}

/** Writes events with their ids and times. Nothing is recorded of an execution that was aborted. */
export function recorder(journal: Journal, past: Past, clock: Clock, root: AbortController): Recorder {
  let id = past.lastId;
  let counted = past.counted;
  const append: Recorder['append'] = (previousEventId, fields) => {
    if (fields.child === undefined) counted++;
    const event: Event = {
      id: ++id,
      previousEventId,
      timestamp: new Date(clock.now()).toISOString(),
      ...fields,
    };
    try {
      journal.append(event);
    } catch (error) {
      // What cannot be recorded has not happened: the execution goes on from its journal another time.
      root.abort(error);
      throw error;
    }
    return event;
  };
  return {
    append,
    record: (branch, type, fields) => {
      root.signal.throwIfAborted();
      // The executions that a Distributed Map starts have histories of their own. The last event is the failure's.
      if (branch.child === undefined && counted >= limit - 1) {
        root.abort(historyFull(limit));
        throw root.signal.reason;
      }
      const event = append(branch.last, {
        type,
        ...fields,
        ...(branch.child !== undefined && { child: branch.child }),
      });
      branch.last = event.id;
      return event;
    },
  };
}
