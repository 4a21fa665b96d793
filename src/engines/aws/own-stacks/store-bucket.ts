import { DeleteBucketCommand, HeadBucketCommand, type S3Client } from '@aws-sdk/client-s3';
import { isNamed } from '../error-name.js';

type Client = Pick<S3Client, 'send'>;

/** Whether there is a bucket. */
export async function isThere(client: Client, bucket: string): Promise<boolean> {
  const refused = await refusedBy(client.send(new HeadBucketCommand({ Bucket: bucket })));
  if (refused === undefined) return true;
  if (isNamed(refused, 'NotFound', 'NoSuchBucket')) return false;
  throw refused;
}

/** Deletes a bucket, where there is one; false when something is in it. */
export async function deleteEmpty(client: Client, bucket: string): Promise<boolean> {
  const refused = await refusedBy(client.send(new DeleteBucketCommand({ Bucket: bucket })));
  if (refused === undefined || isNamed(refused, 'NoSuchBucket')) return true;
  if (isNamed(refused, 'BucketNotEmpty')) return false;
  throw refused;
}

const refusedBy = (done: Promise<unknown>): Promise<unknown> =>
  done.then(
    () => undefined,
    (error) => error,
  );
