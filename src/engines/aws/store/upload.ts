import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { inParallel } from '../../../environment/in-parallel.js';
import { ask, type Bucket, type Otherwise } from './ask.js';
import { checksum } from './checksum.js';

/** Reads a part of a file and has it sent. */
export type WithPart = (index: number, send: (part: Buffer) => Promise<void>) => Promise<void>;

/** Puts an object in parts, several at a time, where there is none of that key. Leaves no parts behind. */
export async function upload(
  bucket: Bucket,
  key: string,
  count: number,
  withPart: WithPart,
): Promise<object | Otherwise> {
  const { client, name } = bucket;
  const asked = <T extends object>(send: () => Promise<T>) =>
    ask(bucket, { action: 's3:PutObject', key }, send);
  const to = { Bucket: name, Key: key };
  const created = await asked(() =>
    client.send(new CreateMultipartUploadCommand({ ...to, ChecksumAlgorithm: 'SHA256' })),
  );
  if (typeof created === 'string') return created;
  const input = { ...to, UploadId: created.UploadId };
  const parts: { readonly PartNumber: number; readonly ChecksumSHA256: string; readonly ETag?: string }[] =
    [];
  const complete = async (): Promise<object | Otherwise> => {
    await inParallel(Array(count).keys(), (index) =>
      withPart(index, async (Body) => {
        const part = { PartNumber: index + 1, ChecksumSHA256: checksum(Body) };
        const sent = await asked(() => client.send(new UploadPartCommand({ ...input, ...part, Body })));
        parts[index] = { ...part, ...(typeof sent === 'object' && { ETag: sent.ETag! }) };
      }),
    );
    const MultipartUpload = { Parts: parts };
    return asked(() =>
      client.send(new CompleteMultipartUploadCommand({ ...input, MultipartUpload, IfNoneMatch: '*' })),
    );
  };
  // Parts cost money until then. Where this fails too, a rule of the bucket's lifecycle does it.
  const abort = () => client.send(new AbortMultipartUploadCommand(input)).catch(() => {});
  const completed = await complete().catch(async (error: unknown) => {
    await abort();
    throw error;
  });
  if (typeof completed === 'string') await abort();
  return completed;
}
