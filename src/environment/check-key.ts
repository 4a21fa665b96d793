import { problem } from '../diagnostics/problem.js';
import { unsafeName } from '../distribution/names.js';
import { StoreError } from '../ports/store-error.js';

/** Bytes of UTF-8: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html */
const longestKey = 1024;

/** Gives the key; throws a `StoreError` for one that leads elsewhere, or has no room in S3. */
export function checkKey(key: string): string {
  const reason = Buffer.byteLength(key) > longestKey ? 'is longer than 1,024 bytes' : unsafeName(key);
  if (reason === undefined) return key;
  const help = 'look for a mistake in the name of the environment, the distribution or the version';
  throw new StoreError(problem('PLAN7003', { file: key }, { key, reason }, { help }));
}
