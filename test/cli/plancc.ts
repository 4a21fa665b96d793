import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const bin = join(import.meta.dirname, '../../bin/plancc.cjs');

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Given extends Pick<SpawnSyncOptions, 'cwd' | 'input' | 'uid'> {
  readonly env?: { readonly [name: string]: string };
}

/** Runs the real executable. Nothing of the terminal that the tests run in gets through. */
export function plancc(words: readonly string[], { env, ...given }: Given = {}): Ran {
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], {
    input: '',
    ...given,
    env: { ...inherited, ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** A temporary folder with files, by path. */
export function folderWith(files: { readonly [path: string]: string | Buffer }): {
  readonly folder: string;
  readonly remove: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'plancc-test-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs a test in such a folder. */
export const inFolder =
  (files: { readonly [path: string]: string | Buffer }, test: (folder: string) => void | Promise<void>) =>
  async () => {
    const { folder, remove } = folderWith(files);
    try {
      await test(folder);
    } finally {
      remove();
    }
  };

/** The smallest plan there is, and one with an error and a warning on known lines. */
export const good = 'Name: small\nVersion: 1.0.0\nStates:\n  Wait: { Type: Wait, Seconds: 1 }\n';
export const bad = 'Name: small\nVersion: 1.0.0\nStates:\n  Wait: { Type: Wait, Seconds: 1, Next: Wiat }\n';
