import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { copyOf } from '../folder.js';

const landscape = fileURLToPath(new URL('../../fixtures/landscape/', import.meta.url));

const sourcesOf = suite('sources of the landscape');

/** The landscape's own files with this ending. */
const filesOf = (ending: string): readonly string[] =>
  readdirSync(landscape, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending) && !/node_modules|cdk\.out|expected/.test(file))
    .map((file) => join(landscape, file));

sourcesOf('shell scripts can be read by sh', () => {
  const scripts = filesOf('.sh');
  assert.is(scripts.length, 2);
  for (const script of scripts) execFileSync('sh', ['-n', script]);
});

sourcesOf('modules can be read by Node', () => {
  const modules = filesOf('.mjs');
  assert.is(modules.length, 6);
  for (const module of modules) execFileSync(process.execPath, ['--check', module]);
});

sourcesOf('JSON files are JSON', () => {
  const files = filesOf('.json');
  assert.ok(files.some((file) => file.endsWith('cdk.json')));
  for (const file of files) JSON.parse(readFileSync(file, 'utf8'));
});

sourcesOf('the lock file is of the CDK app as it is', () => {
  const read = (file: string) => JSON.parse(readFileSync(join(landscape, 'webshop/app', file), 'utf8'));
  const { dependencies, devDependencies } = read('package.json');
  assert.equal(read('package-lock.json').packages[''].dependencies, dependencies);
  assert.equal(read('package-lock.json').packages[''].devDependencies, devDependencies);
});

sourcesOf('the command before packing gives the same file every time', () => {
  const folder = copyOf(join(landscape, 'webshop'));
  const build = (): string => {
    execFileSync(process.execPath, ['scripts/build-info.mjs'], { cwd: folder });
    return readFileSync(join(folder, 'app/site/build-info.json'), 'utf8');
  };
  const first = build();
  assert.match(JSON.parse(first).source, /^[0-9a-f]{64}$/);
  assert.is(build(), first);
});

sourcesOf.run();
