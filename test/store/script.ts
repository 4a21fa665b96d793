import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { newFolder } from '../folder.js';

export interface Started {
  /** Waits until it has printed so many characters, or has ended, and gives what it printed. */
  readonly printed: (length: number) => Promise<string>;
  /** Its exit code; null after `kill`. */
  readonly ended: Promise<number | null>;
  /** Without a chance to tidy up. */
  readonly kill: () => void;
}

const bundles = new Map<string, string>();

/** A script of this folder as one file: most of the time of a process that is killed soon must not go into its start. */
export function bundled(script: string): string {
  const known = bundles.get(script);
  if (known !== undefined) return known;
  const outfile = join(newFolder(), 'script.mjs');
  const entryPoints = [join(import.meta.dirname, script)];
  const banner =
    // In two parts: what compiles this file would fill it in.
    `import { createRequire } from 'node:module'; const require = createRequire(${'import.meta'}.url);`;
  buildSync({ entryPoints, bundle: true, platform: 'node', format: 'esm', outfile, banner: { js: banner } });
  bundles.set(script, outfile);
  return outfile;
}

/** Starts a script of this folder in a process of its own. */
export function started(script: string, ...operands: readonly string[]): Started {
  const child = spawn(process.execPath, [bundled(script), ...operands], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (bytes) => {
    text += bytes;
  });
  return {
    printed: (length) =>
      new Promise((resolve) => {
        const look = () => {
          if (text.length >= length) resolve(text);
        };
        child.stdout.on('data', look).on('end', () => resolve(text));
        look();
      }),
    ended: once(child, 'close').then(([code]) => code as number | null),
    kill: () => child.kill('SIGKILL'),
  };
}

/** How many bytes the files of a folder have. */
export const notedIn = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
