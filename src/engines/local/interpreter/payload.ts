import { StatesError } from '../../../ports/states-error.js';
import type { Json } from '../../../source/document.js';
import type { Payload } from './run.js';

/** Bytes of UTF-8: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const largest = 262_144;

/** A payload; throws `States.DataLimitExceeded` where it is larger than Step Functions carries. */
export function payloadOf(value: Json, state: string): Payload {
  const text = JSON.stringify(value);
  // No character takes more than three bytes for each of its units.
  if (text.length * 3 <= largest || Buffer.byteLength(text) <= largest) return { value, text };
  throw new StatesError(
    'States.DataLimitExceeded',
    `The state/task '${state}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  );
}

/** A payload as an event has it. */
export const payloadIn = (text: string): Payload => ({ value: JSON.parse(text), text });
