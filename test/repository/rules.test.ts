import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const rules = suite('rules of the repository');

const root = join(import.meta.dirname, '../..');
const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|cjs)$/.test(file))
    .map((file) => join(folder, file));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const sources = filesIn('src').filter((file) => !file.startsWith('src/generated/'));

rules('files are small', () => {
  const lines = (file: string) => read(file).split('\n').length - 1;
  const all = [...sources, ...['bin', 'test', 'scripts', 'bench'].flatMap(filesIn)];
  assert.equal(
    all.filter((file) => lines(file) > 300),
    [],
  );
  const sorted = sources.map(lines).sort((a, b) => a - b);
  assert.ok(sorted[sorted.length >> 1]! <= 60, 'half of the source files have 60 lines or less');
});

/** Each layer uses those before it. Types may be named by any. */
const layers: readonly (readonly string[])[] = [
  ['diagnostics'],
  ['source'],
  ['language', 'generated'],
  ['cloudformation'],
  ['ports'],
  ['asl'],
  ['states'],
  ['schema', 'compiler', 'distribution'],
  ['graph', 'environment'],
  ['engines'],
  ['cli', 'framework'],
];
const layerOf = (path: string): number => layers.findIndex((names) => names.includes(path.split('/')[0]!));

const importing = /^(?:import|export)\s[^;]*?from '(\.[^']+)'/gms;
const ofTypes = /^(?:import|export)\s+type\s/;

/** What a file of `src` imports from others of it. */
const imported = (file: string, withTypes: boolean): readonly string[] =>
  [...read(file).matchAll(importing)]
    .filter(([whole]) => withTypes || !ofTypes.test(whole))
    .map(([, path]) => normalize(join(dirname(file), path!)))
    .filter((path) => path.startsWith('src/'))
    .map((path) => path.slice('src/'.length));

rules('imports point downwards', () => {
  const upwards = sources
    .filter((file) => file !== 'src/index.ts')
    .flatMap((file) => {
      const own = file.slice('src/'.length);
      return imported(file, false)
        .filter((path) => path.split('/')[0] !== own.split('/')[0] && layerOf(path) >= layerOf(own))
        .map((path) => `${own} → ${path}`);
    });
  assert.equal(upwards, []);
  for (const file of sources) if (file !== 'src/index.ts') assert.not.equal(layerOf(file.slice(4)), -1, file);
});

rules('no files import each other, not even types', () => {
  // A command that lists the commands is one of them.
  const checked = sources.filter((file) => !file.startsWith('src/cli/'));
  const imports = new Map(
    checked.map((file) => [
      file.slice('src/'.length),
      imported(file, true).map((path) => path.replace(/js$/, 'ts')),
    ]),
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const follow = (file: string, way: readonly string[]) => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (done.has(file) || way.includes(file)) return;
    for (const path of imports.get(file) ?? []) follow(path, [...way, file]);
    done.add(file);
  };
  for (const file of imports.keys()) follow(file, []);
  assert.ok(imports.size > 300);
  assert.equal(circles, []);
});

rules('what compiles is pure: no files, no clock, no environment', () => {
  const pure = sources.filter((file) =>
    /^src\/(diagnostics|language|cloudformation|asl|states|schema|compiler|graph)\//.test(file),
  );
  const impure = /from 'node:(?!crypto')|\bprocess\.|\bDate\b(?!\.parse)|Math\.random|\bconsole\./;
  assert.ok(pure.length > 100);
  assert.equal(
    pure.filter((file) => impure.test(read(file))),
    [],
  );
});

rules('only the command line prints and exits', () => {
  // What a function of AWS prints is its log.
  const others = sources.filter((file) => !/^src\/(cli|engines\/aws\/functions)\//.test(file));
  const prints = /\bconsole\.|process\.(std(in|out|err)|exit|argv|cwd)/;
  assert.equal(
    others.filter((file) => prints.test(read(file))),
    [],
  );
});

rules('every test file runs its suite', () => {
  const tests = filesIn('test').filter((file) => file.endsWith('.test.ts'));
  assert.equal(
    tests.filter((file) => !/\.run\(\);\n$/.test(read(file))),
    [],
  );
});

rules('versions of dependencies are exact', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));
  for (const version of Object.values({ ...dependencies, ...devDependencies }))
    assert.match(String(version), /^\d+\.\d+\.\d+(-[\w.]+)?$/);
});

rules('the lock file knows the packages of every platform', () => {
  // Where a registry lacks some of them, `npm install` leaves them out, and `npm ci` then refuses to work anywhere.
  const { packages } = JSON.parse(read('package-lock.json')) as {
    readonly packages: { readonly [path: string]: { readonly optionalDependencies?: object } };
  };
  const inside = (path: string): readonly string[] =>
    path === '' ? [''] : [`${path}/`, ...inside(path.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, ''))];
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !inside(path).some((folder) => `${folder}node_modules/${name}` in packages),
    ),
  );
  assert.equal(missing, []);
});

rules.run();
