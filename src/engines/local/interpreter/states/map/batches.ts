import { objectOr } from '../../../../../language/json.js';
import type { Json } from '../../../../../source/document.js';
import { built } from '../../fields.js';
import type { Attempt } from '../../run.js';
import { type Item, inputFor } from './items.js';
import { countOf } from './processor.js';

/**
 * Items put together, so that one execution works on several:
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html
 */
export async function batchesOf(attempt: Attempt, items: readonly Item[]): Promise<readonly Json[]> {
  const batcher = objectOr(attempt.state.ItemBatcher);
  const most = (await countOf(attempt, batcher, 'MaxItemsPerBatch')) || Number.POSITIVE_INFINITY;
  const mostBytes = (await countOf(attempt, batcher, 'MaxInputBytesPerBatch')) || Number.POSITIVE_INFINITY;
  const given = await built(attempt, batcher, 'BatchInput', {}, 'ItemBatcher/');
  const around = given === undefined ? {} : { BatchInput: given };
  // Each item is counted with a comma, and a batch has one less.
  const empty = bytesOf({ ...around, Items: [] }) - 1;
  const batches: Json[] = [];
  let batch: Json[] = [];
  let bytes = empty;
  for (const [index, item] of items.entries()) {
    const value = await inputFor(attempt, index, item);
    const more = bytesOf(value) + 1;
    if (batch.length > 0 && (batch.length >= most || bytes + more > mostBytes)) {
      batches.push({ ...around, Items: batch });
      batch = [];
      bytes = empty;
    }
    batch.push(value);
    bytes += more;
  }
  return batch.length === 0 ? batches : [...batches, { ...around, Items: batch }];
}

const bytesOf = (value: Json): number => Buffer.byteLength(JSON.stringify(value));
