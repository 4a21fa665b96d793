import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { createStore } from '../../../src/engines/aws/store/index.js';
import { settings } from '../emulator/account.js';
import type { Emulator } from '../emulator/index.js';

let made = 0;

/** A client of S3, and a bucket that is empty. */
export async function newBucket(emulator: Emulator) {
  const client = new S3Client(settings(emulator));
  const name = `plancc-test-${++made}`;
  await client.send(new CreateBucketCommand({ Bucket: name }));
  return { client, name, store: createStore(client, name) };
}
