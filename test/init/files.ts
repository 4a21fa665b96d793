import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { plancc, type Ran } from '../cli/plancc.js';

/** Every file of a folder with its bytes, and every empty folder, by path. */
export const contents = (folder: string): { readonly [path: string]: string } =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [
          relative(folder, path),
          entry.isFile() ? readFileSync(path, 'latin1') : entry.isDirectory() ? 'folder' : 'other',
        ];
      })
      .sort(),
  );

/** Runs a test in a copy of a folder, which keeps its name. */
export async function inCopy(source: string, test: (folder: string) => void | Promise<void>): Promise<void> {
  const top = mkdtempSync(join(tmpdir(), 'plancc-test-'));
  const folder = join(top, basename(source));
  try {
    cpSync(source, folder, { recursive: true });
    await test(folder);
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}

/** The codes of what a command reports. */
export const codesOf = ({ stderr }: Ran): readonly string[] =>
  [...stderr.matchAll(/(?:error|warning)\[(PLAN\d+)\]/g)].map(([, code]) => code!);

export const init = (folder: string, ...words: readonly string[]): Ran =>
  plancc(['init', ...words], { cwd: folder });
