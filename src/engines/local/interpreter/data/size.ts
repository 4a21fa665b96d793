import { StatesError } from '../../../../ports/states-error.js';
import type { Json } from '../../../../source/document.js';

/** Bytes of UTF-8: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const largest = 262_144;

/**
 * Throws `States.DataLimitExceeded` when a payload is larger than Step Functions carries. `name` is that of the state or
 * of the resource which returned it.
 */
export function checkSize(payload: Json | undefined, name: string): void {
  if (payload === undefined) return;
  const text = JSON.stringify(payload);
  // No character takes more than three bytes for each of its units.
  if (text.length * 3 <= largest || Buffer.byteLength(text) <= largest) return;
  throw new StatesError(
    'States.DataLimitExceeded',
    `The state/task '${name}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  );
}
