import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

// Writes the types of the package's entry to dist/types, or to the folder named. The compiler writes those of every file
// it reads; what the entry's do not lead to stays out of the package.
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, process.argv[2] ?? 'dist/types');

rmSync(folder, { recursive: true, force: true });
const compiler = join(root, 'node_modules/.bin/tsc');
execFileSync(compiler, ['-p', 'tsconfig.build.json', '--outDir', folder], { cwd: root, stdio: 'inherit' });

const reached = new Set<string>();
reach(join(folder, 'index.d.ts'));
for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  const absolute = join(folder, path);
  if (statSync(absolute, { throwIfNoEntry: false })?.isFile() && !reached.has(absolute)) rmSync(absolute);
}
console.log(`${reached.size} files of types in ${relative(root, folder)}`);

function reach(path: string): void {
  if (reached.has(path)) return;
  reached.add(path);
  for (const [, from] of readFileSync(path, 'utf8').matchAll(/(?:from |import\()['"](\.[^'"]+)['"]/g)) {
    reach(join(dirname(path), from!.replace(/js$/, 'ts').replace(/\.(c?ts)$/, '.d.$1')));
  }
}
