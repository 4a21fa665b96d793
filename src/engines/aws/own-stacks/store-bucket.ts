import { DeleteBucketCommand, HeadBucketCommand, type S3Client } from '@aws-sdk/client-s3';
import { isNamed } from '../error-name.js';

type Client = Pick<S3Client, 'send'>;

/** Whether there is a bucket. */
export const isThere = (client: Client, bucket: string): Promise<boolean> =>
  unless(client.send(new HeadBucketCommand({ Bucket: bucket })), 'NotFound', 'NoSuchBucket');

/** Deletes a bucket in which nothing is; false when something is. */
export const deleteEmpty = (client: Client, bucket: string): Promise<boolean> =>
  unless(client.send(new DeleteBucketCommand({ Bucket: bucket })), 'BucketNotEmpty');

async function unless(done: Promise<unknown>, ...names: readonly string[]): Promise<boolean> {
  try {
    await done;
    return true;
  } catch (error) {
    if (isNamed(error, ...names)) return false;
    throw error;
  }
}
