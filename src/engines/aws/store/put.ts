import { setTimeout } from 'node:timers/promises';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { problem } from '../../../diagnostics/problem.js';
import { StoreError } from '../../../ports/store-error.js';
import { ask, type Bucket, type Otherwise } from './ask.js';
import { checksum } from './checksum.js';
import { fetchObject } from './fetch.js';

/** What has to be there for a write to happen: nothing, or the object of a tag. */
export type Condition = { readonly IfNoneMatch: '*' } | { readonly IfMatch: string };

/** Puts bytes, which S3 compares with their digest; false when the condition does not hold. */
export async function putBytes(
  bucket: Bucket,
  key: string,
  body: Buffer,
  condition: Condition,
): Promise<boolean> {
  const input = { Bucket: bucket.name, Key: key, Body: body, ChecksumSHA256: checksum(body), ...condition };
  const about = { action: 's3:PutObject', key } as const;
  const put = await unlessConflict(key, () =>
    ask(bucket, about, () => bucket.client.send(new PutObjectCommand(input))),
  );
  if (put !== 'unsure') return typeof put === 'object';
  // An answer was lost, and the SDK has asked again: what is there may be what the first request put.
  return (await fetchObject(bucket, key))?.body.equals(body) ?? false;
}

const mostConflicts = 10;

/**
 * Writes again while somebody else is writing, or deleting, the same object:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html#conditional-error-response
 */
export async function unlessConflict<T>(
  key: string,
  write: () => Promise<T | Otherwise>,
): Promise<T | Exclude<Otherwise, 'conflict'>> {
  for (let conflicts = 0; conflicts < mostConflicts; conflicts++) {
    const written = await write();
    if (written !== 'conflict') return written;
    await setTimeout(Math.random() * 100 * (conflicts + 1));
  }
  const values = { operation: 'PutObject', reason: `\`${key}\` is being written by others` };
  throw new StoreError(problem('PLAN7049', { file: key }, values, { help: 'try again in a minute' }));
}
