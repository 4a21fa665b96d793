import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Files by path. */
export type Files = { readonly [path: string]: string | Buffer };

const made: string[] = [];
process.on('exit', () => {
  for (const folder of made) remove(folder);
});

/** Removes a folder. Environments at work may write to theirs until they see that it is gone, so it is tried again. */
export function remove(folder: string): void {
  for (let left = 10; left > 0 && existsSync(folder); left--) {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (left === 1) throw error;
    }
  }
}

/** Writes a file, with the folders it is in. */
export function write(folder: string, path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** A new folder with files, which is removed when all tests of a file have run. */
export function newFolder(files: Files = {}): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'plancc-test-'));
  made.push(folder);
  for (const [path, content] of Object.entries(files)) write(folder, path, content);
  return folder;
}

/** A copy of a folder, which keeps its name; the folder it is in is new. */
export function copyOf(source: string): string {
  const copy = join(newFolder(), basename(source));
  cpSync(source, copy, { recursive: true });
  return copy;
}

/** Runs a test in a new folder with files. */
export const inFolder =
  (files: Files, test: (folder: string) => void | Promise<void>): (() => Promise<void>) =>
  async () =>
    test(newFolder(files));
