import type { JsonObject } from '../../../source/document.js';
import type { Event } from './journal.js';
import type { Attempt } from './run.js';

/** The event of an attempt that is recorded already, or a new one. */
export function step({ run, branch, at, number, past }: Attempt, type: string, fields: JsonObject): Event {
  const before = past[type];
  if (before === undefined) return run.record(branch, type, { ...fields, at, attempt: number });
  branch.last = before.id;
  return before;
}
