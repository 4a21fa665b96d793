import { type Event, eventOf } from '../../environment/failures.js';
import { isList, isObject } from '../../language/json.js';
import type { Json } from '../../source/document.js';

/**
 * Reads what `aws stepfunctions get-execution-history` prints, in either order, or its list of events alone.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html
 */
export function readHistory(text: string): readonly Event[] | { readonly reason: string } {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return { reason: 'is not JSON' };
  }
  const events = isObject(value) ? value.events : value;
  if (!isList(events)) return { reason: 'has no list of `events`' };
  if (events.length === 0) return { reason: 'has no events' };
  const read = events.map(eventOf);
  if (read.some((event) => event === undefined)) return { reason: 'has an event without `id` and `type`' };
  return (read as Event[]).sort((a, b) => a.id - b.id);
}
