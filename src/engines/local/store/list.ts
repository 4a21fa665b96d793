import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sortedPaths } from '../../../distribution/names.js';
import { folderOf, isPiece, keyOf, temporaryName } from './path.js';

/** The keys of all objects in the folder of a store that begin with a prefix, in the order of their UTF-8 bytes. */
export function listKeys(folder: string, prefix: string): readonly string[] {
  const whole = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  const start = folderOf(whole);
  if (start === undefined) return [];
  const keys: string[] = [];
  const visit = (path: string) => {
    for (const entry of entriesOf(join(folder, path))) {
      const below = path + entry.name;
      if (entry.isDirectory()) {
        if (below !== temporaryName) visit(`${below}/`);
      } else if (entry.isFile()) {
        const key = keyOf(below);
        if (key?.startsWith(prefix)) keys.push(key);
      }
    }
  };
  visit(start);
  return sortedPaths(keys);
}

/** What stands between a prefix and the next `/` in keys, in the order of its UTF-8 bytes. */
export function listFolders(folder: string, prefix: string): readonly string[] {
  const start = folderOf(prefix);
  if (start === undefined) return [];
  const holdsAny = (path: string): boolean => {
    const entries = entriesOf(join(folder, path));
    return (
      entries.some((entry) => entry.isFile() && keyOf(path + entry.name) !== undefined) ||
      entries.some((entry) => entry.isDirectory() && holdsAny(`${path}${entry.name}/`))
    );
  };
  const visit = (path: string): readonly string[] =>
    entriesOf(join(folder, path)).flatMap((entry) => {
      const below = path + entry.name;
      if (!entry.isDirectory() || below === temporaryName) return [];
      if (isPiece(entry.name)) return visit(`${below}/`);
      const key = keyOf(below);
      return key === undefined || !holdsAny(`${below}/`) ? [] : [key.slice(prefix.length)];
    });
  return sortedPaths([...visit(start)]);
}

/** Empty for what is no folder, or not there any more. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}
