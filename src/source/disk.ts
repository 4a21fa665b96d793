import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { decode } from './decode.js';
import { inside } from './paths.js';
import type { Project } from './project.js';

/** The project in a folder. Each file is read at most once; links are followed as long as they stay in the folder. */
export function diskProject(root: string): Project {
  const top = attempt(() => realpathSync(root));

  const resolve = (path: string): string | undefined => {
    const within = inside(path);
    if (within === undefined || top === undefined) return undefined;
    const real = attempt(() => realpathSync(join(top, within)));
    return real === top || real?.startsWith(top.endsWith(sep) ? top : top + sep) ? real : undefined;
  };

  const kind = memoised((path: string) => {
    const real = resolve(path);
    const stat = real === undefined ? undefined : attempt(() => statSync(real));
    return stat?.isFile() ? 'file' : stat?.isDirectory() ? 'folder' : undefined;
  });

  return {
    kind,
    read: memoised((path) => {
      if (kind(path) !== 'file') return undefined;
      const bytes = attempt(() => readFileSync(resolve(path)!));
      const decoded = bytes && decode(path, bytes);
      return decoded && 'text' in decoded ? decoded.text : undefined;
    }),
    list: memoised((path) =>
      kind(path) === 'folder' ? (attempt(() => readdirSync(resolve(path)!).sort()) ?? []) : [],
    ),
  };
}

/** What is not there, or may not be read, is undefined. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function memoised<T>(read: (path: string) => T): (path: string) => T {
  const known = new Map<string, T>();
  return (path) => {
    if (!known.has(path)) known.set(path, read(path));
    return known.get(path) as T;
  };
}
