import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Compiled, compile } from '../src/compiler/index.js';
import { pretty } from '../src/diagnostics/formats/pretty.js';
import { locate } from '../src/diagnostics/locate.js';
import { diskProject } from '../src/source/disk.js';

import { services } from './services.js';

export { matches } from './matches.js';

export const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** Folders of `fixtures/<area>` that hold a plan, by name. */
export const cases = (area: string): readonly string[] =>
  readdirSync(join(fixtures, area)).filter((name) => planFile(join(fixtures, area, name)) !== undefined);

const planFile = (folder: string): string | undefined =>
  ['plan.yaml', 'plan.json'].find((name) => existsSync(join(folder, name)));

/** Compiles the plan of a fixture folder from the disk. */
export function compileFolder(folder: string): Compiled {
  const file = planFile(folder)!;
  return compile({
    file,
    text: readFileSync(join(folder, file), 'utf8'),
    project: diskProject(folder),
    services,
  });
}

/** What a person would see. */
export const shown = ({ problems, documents }: Compiled): string => pretty(locate(problems, documents));
