import { open } from 'node:fs/promises';
import { orRefused } from '../../../environment/refused.js';
import type { Bucket } from './ask.js';
import type { Limit } from './limit.js';
import { putBytes, unlessConflict } from './put.js';
import { upload, type WithPart } from './upload.js';

/** Bytes of a part, if ten thousand of them are enough: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const usualPart = 8 << 20;
const mostParts = 10_000;

/**
 * Puts a file in parts, or at once when it is small. What is on its way is held in memory, which `limit` bounds. False when
 * there is an object of that key already.
 */
export async function putFile(
  bucket: Bucket,
  key: string,
  file: string,
  limit: Limit,
  onSent?: (bytes: number) => void,
): Promise<boolean> {
  const handle = await orRefused(file, () => open(file));
  try {
    const { size } = await handle.stat();
    const partSize = Math.max(usualPart, Math.ceil(size / mostParts));
    const read = (start: number): Promise<Buffer> =>
      orRefused(file, async () => {
        const part = Buffer.allocUnsafe(Math.min(partSize, size - start));
        const { bytesRead } = await handle.read(part, 0, part.length, start);
        return part.subarray(0, bytesRead);
      });
    if (size <= partSize) {
      return await limit(async () => putBytes(bucket, key, await read(0), { IfNoneMatch: '*' }));
    }
    const withPart: WithPart = (index, send) =>
      limit(async () => {
        const part = await read(index * partSize);
        await send(part);
        onSent?.(part.length);
      });
    const parts = Math.ceil(size / partSize);
    return typeof (await unlessConflict(key, () => upload(bucket, key, parts, withPart))) === 'object';
  } finally {
    await handle.close();
  }
}
