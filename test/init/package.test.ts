import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const packaged = suite('templates in the package');

const root = join(import.meta.dirname, '../..');

packaged('npm packs every file of them', () => {
  const { stdout, stderr } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
  });
  const [{ files }]: readonly [{ readonly files: readonly { readonly path: string }[] }] = JSON.parse(
    stdout || stderr,
  );
  const inPackage = new Set(files.map(({ path }) => path));
  const templates = readdirSync(join(root, 'templates'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  assert.ok(templates.length > 25);
  assert.equal(
    templates.filter((path) => !inPackage.has(path)),
    [],
  );
});

packaged('the lock file of the CDK app fits its package.json', () => {
  const read = (file: string) => JSON.parse(readFileSync(join(root, 'templates/cdk', file), 'utf8'));
  const { dependencies, devDependencies } = read('package.json');
  const { packages } = read('package-lock.json');
  assert.equal(packages[''], { dependencies, devDependencies });
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
    assert.is(packages[`node_modules/${name}`].version, version);
});

packaged.run();
