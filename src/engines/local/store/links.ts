import { existsSync, linkSync, lstatSync, mkdirSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { cannotUse } from '../../../environment/refused.js';
import { isThere } from './read.js';

/** Gives a file a second name, the one of an object; false when there is an object of that name. */
export function linkNew(file: string, path: string): boolean {
  for (;;) {
    mkdirSync(dirname(path), { recursive: true });
    try {
      linkSync(file, path);
      return true;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Whoever deletes the last object of a folder removes that, too.
      if (code === 'ENOENT' && existsSync(file)) continue;
      if (code !== 'EEXIST') throw error;
    }
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found?.isFile()) return false;
    if (found?.isDirectory() ? !removeEmpty(path) : found !== undefined) {
      throw cannotUse(path, 'it is not a regular file', 'remove what is in the way, or name another folder');
    }
  }
}

/** Removes an object, if there is one, and the folders below `top` that are empty then. */
export function unlinkWithFolders(path: string, top: string): void {
  if (!isThere(path)) return;
  unlinkSync(path);
  for (let at = dirname(path); at !== top && removeEmpty(at); ) at = dirname(at);
}

/** False when a folder is not empty. */
function removeEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return true;
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return false;
    throw error;
  }
}
