import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { stringify } from 'yaml';
import { inEnvironment } from '../../../src/engines/local/mocks/environment.js';
import { type Mocks, mocksFile, overlaid } from '../../../src/engines/local/mocks/mocks.js';
import { readMocks } from '../../../src/engines/local/mocks/read.js';
import type { Document } from '../../../src/source/document.js';
import { readDocument } from '../../../src/source/read.js';
import { newFolder, write } from '../../folder.js';
import { fixtures } from '../../golden.js';
import type { World } from './worlds.js';

export interface Project {
  readonly folder: string;
  readonly name: string;
  readonly plan: Document;
  /** Those of the environment `dev`. */
  readonly mocks: Mocks;
}

/** A copy of a fixture, with what its world has beside it. */
export function projectOf(fixture: string, world: World): Project {
  const folder = join(newFolder(), 'project');
  cpSync(join(fixtures, fixture), folder, { recursive: true });
  for (const [path, content] of Object.entries(world.files ?? {})) {
    write(folder, path, content);
    if (extname(path) === '') chmodSync(join(folder, path), 0o755);
  }
  const own = existsSync(join(folder, mocksFile)) ? readFileSync(join(folder, mocksFile), 'utf8') : '';
  const mocks = overlaid(readMocks(own).mocks, world.mocks ?? {});
  writeFileSync(join(folder, mocksFile), stringify(mocks));
  const file = readdirSync(folder).find((name) => /^plan\.(yaml|json)$/.test(name))!;
  const text = [...(world.but ?? []), ...ownNames(fixture)].reduce(
    (all, [from, to]) => (typeof from === 'string' ? all.replaceAll(from, to) : all.replace(from, to)),
    readFileSync(join(folder, file), 'utf8'),
  );
  writeFileSync(join(folder, file), text);
  const plan = readDocument(file, text);
  const { Name } = plan.value as { readonly Name: string };
  return { folder, name: Name, plan, mocks: inEnvironment(mocks, 'dev') };
}

/** Fixtures have names in common, of plans and of stacks; those of the landscape belong together. */
function ownNames(fixture: string): readonly (readonly [text: RegExp, by: string])[] {
  if (fixture.startsWith('landscape/')) return [];
  const own = fixture.replaceAll('/', '-');
  return [
    [/^(\s*"?Name"?: )"?[\w-]+"?/m as RegExp, `$1"${own}"`] as const,
    [/(StackName: "?)/g, `$1${own}-`] as const,
  ];
}
