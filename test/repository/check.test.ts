import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const check = suite('npm run check');

const cwd = join(import.meta.dirname, '../..');

for (const [what, command, words] of [
  ['types hold', 'tsc', ['-p', '.']],
  ['the public types can be written', 'tsx', ['scripts/types.ts', 'node_modules/.cache/types']],
  ['format and lint', 'biome', ['check', '--max-diagnostics=20']],
  ['what is generated is up to date', 'tsx', ['scripts/generate.ts', '--check']],
] as const) {
  check(what, () => {
    const { status, stdout, stderr } = spawnSync(join(cwd, 'node_modules/.bin', command), words, {
      cwd,
      encoding: 'utf8',
    });
    assert.is(status, 0, stdout + stderr);
  });
}

check.run();
