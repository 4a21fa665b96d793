import {
  closeSync,
  constants,
  copyFileSync,
  fsync,
  lstatSync,
  mkdirSync,
  openSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Body } from '../../../ports/object-store.js';
import { namesIn } from '../names-in.js';
import { isLock } from './lock.js';
import { actOfThisProcess, hasEnded } from './process.js';

/** Writes a body to a new file in a folder, on the disk, for `use`; removes the file afterwards, if it is still there. */
export async function withFile<T>(
  folder: string,
  body: Body,
  use: (file: string) => T | Promise<T>,
): Promise<T> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, actOfThisProcess());
  try {
    if ('file' in body) copyFileSync(body.file, file, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    const descriptor = openSync(file, 'file' in body ? 'r+' : 'wx');
    try {
      if (!('file' in body)) writeAll(descriptor, body);
      await onDisk(descriptor);
    } finally {
      closeSync(descriptor);
    }
    return await use(file);
  } finally {
    rmSync(file, { force: true });
  }
}

/** Does not block: the system gathers what several wait for, which is quicker than one after the other. */
const onDisk = promisify(fsync);

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
}

/** Removes the files in a folder whose writers were killed. */
export function removeLeftovers(folder: string): void {
  for (const name of namesIn(folder).filter((name) => !isLock(name))) {
    const file = join(folder, name);
    const found = lstatSync(file, { throwIfNoEntry: false });
    if (found !== undefined && hasEnded(name, found.mtimeMs)) rmSync(file, { force: true });
  }
}
