import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Milliseconds between looks; what changes is looked at again until it has stayed the same for one of them. */
const pause = 150;

export interface Watch {
  /** Remembers how a path is now; the first time counts. */
  readonly look: (path: string) => void;
  /** Resolves with the paths that are not as they were, once they are at rest. Rejects when it is aborted. */
  readonly changed: (signal: AbortSignal) => Promise<readonly string[]>;
}

/**
 * Watches files and folders, also those that are not there yet. It looks at each from time to time: there are few, and
 * what systems tell of changes is not the same anywhere, least of all when an editor puts a new file in the place of the
 * old one, or on a disk of a network.
 */
export function watch(): Watch {
  const seen = new Map<string, string>();
  const differing = () =>
    [...seen].filter(([path, before]) => stateOf(path) !== before).map(([path]) => path);
  return {
    look: (named) => {
      const path = resolve(named);
      if (!seen.has(path)) seen.set(path, stateOf(path));
    },
    changed: async (signal) => {
      while (differing().length === 0) await setTimeout(pause, undefined, { signal });
      const now = () => [...seen.keys()].map(stateOf).join();
      for (let before = ''; before !== now(); ) {
        before = now();
        await setTimeout(pause, undefined, { signal });
      }
      return differing();
    },
  };
}

/** What is another one when a file was written or replaced, or something was added to a folder or removed. */
function stateOf(path: string): string {
  try {
    const { mtimeMs, size, ino, mode } = statSync(path);
    return `${mtimeMs} ${size} ${ino} ${mode}`;
  } catch {
    return 'not there';
  }
}
