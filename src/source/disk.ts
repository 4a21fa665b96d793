import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../diagnostics/problem.js';
import { decode } from './decode.js';
import { inside } from './paths.js';
import type { Project } from './project.js';
import { isBelow, neither, obstacle, unreadable } from './trouble.js';

type Read<T> = { readonly value: T } | { readonly problem: Problem };

/**
 * The project in a folder. Each file is read at most once; links are followed as long as they stay in the folder.
 * `onLook` is told of each path that the answers depend on, before it is looked at.
 */
export function diskProject(root: string, onLook?: (path: string) => void): Project {
  const top = attempt(() => realpathSync(root));

  const resolve = (path: string): string | undefined => {
    const within = inside(path);
    if (within === undefined || top === undefined) return undefined;
    const real = attempt(() => realpathSync(join(top, within)));
    return real !== undefined && isBelow(real, top) ? real : undefined;
  };

  const kind = memoised((path: string) => {
    onLook?.(join(root, inside(path) ?? ''));
    const real = resolve(path);
    const stat = real === undefined ? undefined : attempt(() => statSync(real));
    return stat?.isFile() ? 'file' : stat?.isDirectory() ? 'folder' : undefined;
  });

  const text = memoised((path): Read<string> => {
    const bytes = reading(path, () => readFileSync(resolve(path)!));
    if ('problem' in bytes) return bytes;
    const decoded = decode(path, bytes.value);
    return 'text' in decoded ? { value: decoded.text } : { problem: decoded.problems[0]! };
  });

  const names = memoised((path) => reading(path, () => readdirSync(resolve(path)!).sort()));

  return {
    kind,
    read: (path) => (kind(path) === 'file' ? contentOf(text(path)) : undefined),
    list: (path) => (kind(path) === 'folder' ? (contentOf(names(path)) ?? []) : []),
    trouble: (path) => {
      const found = kind(path);
      if (found !== undefined) return problemOf(found === 'file' ? text(path) : names(path));
      const within = inside(path);
      if (within === undefined || top === undefined) return undefined;
      return resolve(path) === undefined ? obstacle(top, within) : neither(path);
    },
  };
}

const contentOf = <T>(read: Read<T>): T | undefined => ('value' in read ? read.value : undefined);
const problemOf = (read: Read<unknown>): Problem | undefined =>
  'problem' in read ? read.problem : undefined;

function reading<T>(path: string, read: () => T): Read<T> {
  try {
    return { value: read() };
  } catch (error) {
    return { problem: unreadable(path, error) };
  }
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
