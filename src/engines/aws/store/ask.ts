import type { S3Client } from '@aws-sdk/client-s3';
import { problem } from '../../../diagnostics/problem.js';
import { StoreError } from '../../../ports/store-error.js';
import { refusalOf } from '../refusals/index.js';
import { refusalIn } from '../refusals/refusal.js';
import { unforeseen } from '../refusals/unforeseen.js';

/** A bucket, and who asks it. */
export interface Bucket {
  readonly client: Pick<S3Client, 'send'>;
  readonly name: string;
  /** The command that makes it. */
  readonly setup: string;
}

/**
 * What an object is where it is not as a request wants it: not there, another one, or another one since the request was
 * sent for the first time, which may have done it; `conflict` when somebody else is writing it.
 */
export type Otherwise = 'missing' | 'different' | 'unsure' | 'conflict';

/** What a request is about: what IAM calls it, and the key or the beginning of keys. */
export interface About {
  readonly action: `s3:${string}`;
  readonly key: string;
}

/** Sends a request to S3. Throws a `StoreError` for all but what has to do with the object itself. */
export async function ask<T extends object>(
  bucket: Bucket,
  about: About,
  send: () => Promise<T>,
): Promise<T | Otherwise> {
  try {
    return await send();
  } catch (error) {
    const otherwise = error instanceof Error && otherwiseOf(error);
    if (otherwise) return otherwise;
    throw refused(bucket, about, error);
  }
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html#conditional-error-response */
function otherwiseOf(error: Error): Otherwise | undefined {
  const { name, status, attempts } = refusalIn(error);
  if (name === 'NoSuchKey' || name === 'NotFound') return 'missing';
  if (name === 'ConditionalRequestConflict') return 'conflict';
  if (status === 412) return attempts > 1 ? 'unsure' : 'different';
  return undefined;
}

/** The `StoreError` for an error of the SDK; any other error as it is. */
export function refused({ name: bucket, setup }: Bucket, { action, key }: About, error: unknown): unknown {
  const resource = `arn:aws:s3:::${bucket}${action === 's3:ListBucket' ? '' : `/${key}`}`;
  const known = refusalOf(error, { action, resource });
  if (known !== undefined) return known;
  const file = `s3://${bucket}`;
  if (!(error instanceof Error) || error.name !== 'NoSuchBucket')
    return unforeseen(error, action, file) ?? error;
  const help = `set plancc up there: \`${setup}\`; or look at the region, and at the profile`;
  return new StoreError(problem('PLAN7042', { file }, { bucket }, { help }));
}
