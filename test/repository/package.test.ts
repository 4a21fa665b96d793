import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const packaged = suite('the package');

const cwd = join(import.meta.dirname, '../..');

/** What npm would publish. */
function packedFiles(): ReadonlySet<string> {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd,
    encoding: 'utf8',
  });
  const [{ files }]: readonly [{ readonly files: readonly { readonly path: string }[] }] = JSON.parse(stdout);
  return new Set(files.map(({ path }) => path));
}
const packed = packedFiles();

/** Files of the repository below these folders, by the pattern of git. */
const tracked = (...patterns: readonly string[]): readonly string[] =>
  spawnSync('git', ['ls-files', '--', ...patterns], { cwd, encoding: 'utf8' })
    .stdout.split('\n')
    .filter((path) => path !== '');

for (const [what, patterns, count] of [
  ['the templates that `plancc init` writes', ['templates'], 25],
  ['the pages that `plancc explain` prints', ['docs/codes', 'src/states/*/README.md'], 100],
  ['the schemas that `plancc schema` prints', ['schemas'], 4],
] as const)
  packaged(`has all of ${what}`, () => {
    const wanted = tracked(...patterns);
    assert.ok(wanted.length >= count, String(wanted.length));
    assert.equal(
      wanted.filter((path) => !packed.has(path)),
      [],
    );
  });

packaged('has what is built, and no sources, tests or fixtures', () => {
  for (const path of ['bin/plancc.cjs', 'dist/cli.cjs', 'dist/index.js', 'dist/graph.js', 'dist/graph.css'])
    assert.ok(packed.has(path), path);
  assert.equal(
    [...packed].filter((path) => /^src\/.*\.ts$|^test|^fixtures/.test(path)),
    [],
  );
});

packaged.run();
