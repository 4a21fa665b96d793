import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { lookedUp } from './looked-up.js';

/** Undefined when there is no such bucket, or no such key in it. */
export async function documentIn(
  client: Pick<S3Client, 'send'>,
  bucket: string,
  key: string,
): Promise<string | undefined> {
  const about = { action: 's3:GetObject', missing: ['NoSuchKey', 'NoSuchBucket'] };
  const found = await lookedUp(about, client.send(new GetObjectCommand({ Bucket: bucket, Key: key })));
  return found?.Body?.transformToString('utf8');
}
