import { open } from 'node:fs/promises';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { inParallel } from '../../../environment/in-parallel.js';
import { orRefused } from '../../../environment/refused.js';
import { ask, type Bucket, type Otherwise } from './ask.js';
import type { Limit } from './limit.js';
import { checksum, putBytes, unlessConflict } from './put.js';

const MiB = 1 << 20;
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const mostParts = 10_000;

/**
 * Puts a file in parts, or at once when it is small. What is on the way is held in memory, which `limit` bounds. False when there is an object of that key already.
 */
export async function putFile(bucket: Bucket, key: string, file: string, limit: Limit): Promise<boolean> {
  const handle = await orRefused(file, () => open(file));
  const read = (start: number, length: number): Promise<Buffer> =>
    orRefused(file, async () => {
      const part = Buffer.allocUnsafe(length);
      const { bytesRead } = await handle.read(part, 0, length, start);
      return part.subarray(0, bytesRead);
    });
  try {
    const { size } = await handle.stat();
    const partSize = Math.max(8 * MiB, Math.ceil(size / mostParts));
    if (size <= partSize) {
      return await limit(async () => putBytes(bucket, key, await read(0, size), { IfNoneMatch: '*' }));
    }
    const starts = Array.from({ length: Math.ceil(size / partSize) }, (_, index) => index * partSize);
    const part = (start: number) => read(start, Math.min(partSize, size - start));
    const put = await unlessConflict(key, () => upload(bucket, key, starts, part, limit));
    return typeof put === 'object';
  } finally {
    await handle.close();
  }
}

async function upload(
  bucket: Bucket,
  key: string,
  starts: readonly number[],
  read: (start: number) => Promise<Buffer>,
  limit: Limit,
): Promise<object | Otherwise> {
  const { client, name } = bucket;
  const about = { action: 's3:PutObject', key } as const;
  const asked = <T extends object>(send: () => Promise<T>) => ask(bucket, about, send);
  const created = await asked(() =>
    client.send(new CreateMultipartUploadCommand({ Bucket: name, Key: key, ChecksumAlgorithm: 'SHA256' })),
  );
  if (typeof created === 'string') return created;
  const input = { Bucket: name, Key: key, UploadId: created.UploadId };
  const parts: { readonly PartNumber: number; readonly ETag: string; readonly ChecksumSHA256: string }[] = [];
  try {
    await inParallel(starts.entries(), ([index, start]) =>
      limit(async () => {
        const Body = await read(start);
        const part = { PartNumber: index + 1, ChecksumSHA256: checksum(Body) };
        const sent = await asked(() => client.send(new UploadPartCommand({ ...input, ...part, Body })));
        parts[index] = { ...part, ETag: (sent as { ETag: string }).ETag };
      }),
    );
    return await asked(() =>
      client.send(
        new CompleteMultipartUploadCommand({
          ...input,
          MultipartUpload: { Parts: parts },
          IfNoneMatch: '*',
        }),
      ),
    );
  } catch (error) {
    // Parts cost money until then; where this fails too, a rule of the bucket's lifecycle does it.
    await client.send(new AbortMultipartUploadCommand(input)).catch(() => {});
    throw error;
  }
}
