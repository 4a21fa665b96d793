import { hash } from 'node:crypto';
import { constants, mkdirSync, renameSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { orRefused } from '../../../environment/refused.js';
import type { ObjectStore } from '../../../ports/object-store.js';
import { linkNew, unlinkWithFolders } from './links.js';
import { listFolders, listKeys } from './list.js';
import { locked, lockName } from './lock.js';
import { pathOf, temporaryName } from './path.js';
import { isThere, readObject } from './read.js';
import { removeLeftovers, withFile } from './temporary.js';

/**
 * A store in a folder, each object in a file of its own, for any number of processes at a time. New bytes are on the disk
 * before they get a name there, and a file with a name is never written to: a process that is killed leaves nothing
 * behind but temporary files, which the next one removes. Tags are digests, as in S3. Throws a `StoreError` when the
 * system refuses something.
 */
export function createStore(folder: string): ObjectStore {
  const top = resolve(folder);
  const temporary = join(top, temporaryName);
  const lockOf = (key: string): string => join(temporary, lockName(key));
  const tagAt = (path: string): string | undefined => {
    const body = readObject(path);
    return body && tagOf(body);
  };
  removeLeftovers(temporary);
  return {
    get: (key) =>
      orRefused(top, () => {
        const body = readObject(pathOf(top, key));
        return body && { body, tag: tagOf(body) };
      }),
    has: (key) => orRefused(top, () => isThere(pathOf(top, key))),
    download: (key, file) =>
      orRefused(top, async () => {
        const path = pathOf(top, key);
        if (!isThere(path)) return false;
        await copyFile(path, file, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
        return true;
      }),
    list: (prefix) => orRefused(top, () => listKeys(top, prefix)),
    folders: (prefix) => orRefused(top, () => listFolders(top, prefix)),
    putIfAbsent: (key, body) =>
      orRefused(top, () => {
        const path = pathOf(top, key);
        return !isThere(path) && withFile(temporary, body, (file) => linkNew(file, path));
      }),
    putIfMatch: (key, body, tag) =>
      orRefused(top, () => {
        const path = pathOf(top, key);
        if (tagAt(path) !== tag) return false;
        return withFile(temporary, body, (file) =>
          locked(lockOf(key), () => {
            if (tagAt(path) !== tag) return false;
            renameSync(file, path);
            return true;
          }),
        );
      }),
    delete: (key) =>
      orRefused(top, () => {
        const path = pathOf(top, key);
        if (!isThere(path)) return;
        mkdirSync(temporary, { recursive: true });
        return locked(lockOf(key), () => unlinkWithFolders(path, top));
      }),
  };
}

const tagOf = (body: Buffer): string => hash('sha256', body);
