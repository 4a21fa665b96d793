import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
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

/** The codes of what a command reports. */
export const codesOf = ({ stderr }: Ran): readonly string[] =>
  [...stderr.matchAll(/(?:error|warning)\[(PLAN\d+)\]/g)].map(([, code]) => code!);

export const init = (folder: string, ...words: readonly string[]): Ran =>
  plancc(['init', ...words], { cwd: folder });
