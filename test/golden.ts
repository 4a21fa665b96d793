import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as assert from 'uvu/assert';
import { type Compiled, compile } from '../src/compiler/index.js';
import { pretty } from '../src/diagnostics/formats/pretty.js';
import { locate } from '../src/diagnostics/locate.js';
import { diskProject } from '../src/source/disk.js';

export const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** Folders of `fixtures/<area>` that hold a plan, by name. */
export const cases = (area: string): readonly string[] =>
  readdirSync(join(fixtures, area)).filter((name) => planFile(join(fixtures, area, name)) !== undefined);

const planFile = (folder: string): string | undefined =>
  ['plan.yaml', 'plan.json'].find((name) => existsSync(join(folder, name)));

/** Compiles the plan of a fixture folder from the disk. */
export function compileFolder(folder: string): Compiled {
  const file = planFile(folder)!;
  return compile({ file, text: readFileSync(join(folder, file), 'utf8'), project: diskProject(folder) });
}

/** What a person would see. */
export const shown = ({ problems, documents }: Compiled): string => pretty(locate(problems, documents));

/** Compares with a committed file; `UPDATE=1` writes it instead, to be read in the diff. */
export function matches(file: string, actual: string): void {
  if (process.env.UPDATE === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, actual);
  }
  assert.ok(existsSync(file), `${file} is missing; UPDATE=1 writes it`);
  assert.fixture(actual, readFileSync(file, 'utf8'), file);
}
