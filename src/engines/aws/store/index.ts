import { DeleteObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { checkKey } from '../../../environment/check-key.js';
import type { ObjectStore } from '../../../ports/object-store.js';
import { ask, type Bucket } from './ask.js';
import { downloadObject, fetchObject } from './fetch.js';
import { atMost } from './limit.js';
import { listFolders, listKeys } from './list.js';
import { putBytes } from './put.js';
import { putFile } from './put-file.js';

/** Parts of files on their way at a time: 64 MiB of memory, and enough to fill the line. */
const partsAtOnce = 8;

/**
 * A bucket of S3 as a store, which `setup` makes. Tags are ETags. Throws a `StoreError` when S3 cannot be used.
 */
export function createStore(client: Bucket['client'], name: string, setup = 'plancc setup'): ObjectStore {
  const bucket: Bucket = { client, name, setup };
  const at = (key: string) => ({ Bucket: name, Key: checkKey(key) });
  const limit = atMost(partsAtOnce);
  return {
    get: async (key) => fetchObject(bucket, checkKey(key)),
    has: async (key) => {
      const found = await ask(bucket, { action: 's3:GetObject', key }, () =>
        client.send(new HeadObjectCommand(at(key))),
      );
      return typeof found === 'object';
    },
    download: async (key, file) => downloadObject(bucket, checkKey(key), file),
    list: (prefix) => listKeys(bucket, prefix),
    folders: (prefix) => listFolders(bucket, prefix),
    putIfAbsent: async (key, body, onSent) =>
      'file' in body
        ? putFile(bucket, checkKey(key), body.file, limit, onSent)
        : putBytes(bucket, checkKey(key), body, { IfNoneMatch: '*' }),
    putIfMatch: async (key, body, tag) => putBytes(bucket, checkKey(key), body, { IfMatch: tag }),
    delete: async (key) => {
      await ask(bucket, { action: 's3:DeleteObject', key }, () =>
        client.send(new DeleteObjectCommand(at(key))),
      );
    },
  };
}
