import { open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { GetObjectCommand, type GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { orRefused } from '../../../environment/refused.js';
import type { StoredObject } from '../../../ports/object-store.js';
import { refusalOf } from '../refusals/index.js';
import { type About, ask, type Bucket, refused } from './ask.js';

/** Undefined when there is none of that key. */
export async function fetchObject(bucket: Bucket, key: string): Promise<StoredObject | undefined> {
  const found = await get(bucket, key);
  if (typeof found === 'string') return undefined;
  const pieces: Uint8Array[] = [];
  for await (const piece of received(bucket, key, found)) pieces.push(piece);
  return { body: Buffer.concat(pieces), tag: found.ETag! };
}

/** Copies an object into a file that is not there yet, piece by piece; false when there is no such object. */
export async function downloadObject(bucket: Bucket, key: string, file: string): Promise<boolean> {
  const found = await get(bucket, key);
  if (typeof found === 'string') return false;
  const handle = await orRefused(file, () => open(file, 'wx'));
  try {
    for await (const piece of received(bucket, key, found)) {
      await orRefused(file, () => handle.writeFile(piece));
    }
    return true;
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

const get = (
  bucket: Bucket,
  key: string,
  rest: { readonly Range?: string; readonly IfMatch?: string } = {},
) =>
  ask(bucket, about(key), () =>
    bucket.client.send(new GetObjectCommand({ Bucket: bucket.name, Key: key, ...rest })),
  );

const about = (key: string): About => ({ action: 's3:GetObject', key });

const mostCuts = 3;

/**
 * The bytes of an object. Where the connection is cut meanwhile, which is too late for the SDK to ask again, it goes on
 * with the rest of the same object.
 */
async function* received(
  bucket: Bucket,
  key: string,
  found: GetObjectCommandOutput,
): AsyncGenerator<Uint8Array> {
  let length = 0;
  for (let cuts = 0, rest = found; ; cuts++) {
    try {
      if (!(rest.Body instanceof Readable)) throw new TypeError('Node.js gives a stream');
      for await (const piece of rest.Body) {
        length += piece.length;
        yield piece;
      }
      return;
    } catch (error) {
      if (cuts === mostCuts || refusalOf(error, about(key)) === undefined) {
        throw refused(bucket, about(key), error);
      }
      const more = await get(bucket, key, { Range: `bytes=${length}-`, IfMatch: found.ETag! });
      if (typeof more === 'string') throw refused(bucket, about(key), error);
      rest = more;
    }
  }
}
