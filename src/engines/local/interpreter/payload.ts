import { largestPayload } from '../../../ports/orchestrator.js';
import { StatesError } from '../../../ports/states-error.js';
import type { Json } from '../../../source/document.js';
import type { Payload } from './run.js';

/** A payload; throws `States.DataLimitExceeded` where it is larger than Step Functions carries. */
export function payloadOf(value: Json, state: string): Payload {
  const text = JSON.stringify(value);
  // No character takes more than three bytes for each of its units.
  if (text.length * 3 <= largestPayload || Buffer.byteLength(text) <= largestPayload) return { value, text };
  throw new StatesError(
    'States.DataLimitExceeded',
    `The state/task '${state}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  );
}

/** A payload as an event has it. */
export const payloadIn = (text: string): Payload => ({ value: JSON.parse(text), text });
