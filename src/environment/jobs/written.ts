import { readFileSync, statSync } from 'node:fs';
import { isObject, jsonIn } from '../../language/json.js';
import { largestPayload } from '../../ports/orchestrator.js';
import { StatesError } from '../../ports/states-error.js';
import type { JsonObject } from '../../source/document.js';

/** What a job wrote to the file `$PLANCC_OUTPUT`: a JSON object, or a text as `result`; nothing when there is none. */
export function readWritten(file: string): JsonObject {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestPayload) {
    throw new StatesError(
      'JobFailed',
      `the job wrote ${size} bytes to \`$PLANCC_OUTPUT\`, which may hold ${largestPayload}: put large results into a bucket, and their address there`,
    );
  }
  const text = size === 0 ? '' : readFileSync(file, 'utf8').replace(/[\r\n]+$/, '');
  if (text === '') return {};
  const value = jsonIn(text);
  return isObject(value) ? value : { result: text };
}
