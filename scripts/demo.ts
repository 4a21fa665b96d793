import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from './build.js';

// Builds a sample project, and says what to do with it.
const root = join(import.meta.dirname, '..');
const project = 'fixtures/landscape/webshop';
const zip = 'dist/demo/webshop-1.4.0.zip';
const plancc = relative(process.cwd(), join(root, 'bin/plancc.cjs'));

await build();
rmSync(join(root, 'dist/demo'), { recursive: true, force: true });
const words = ['build', project, '--out', zip, '--out-dir', 'dist/demo/plan'];
console.log(`$ plancc ${words.join(' ')}`);
const { status } = spawnSync(process.execPath, [plancc, ...words], { cwd: root, stdio: 'inherit' });
if (status === 0) {
  console.log(`
That is a distribution: ${zip} holds the compiled plan and the project's files.
Its plan is ${project}/plan.yaml; what the compiler made of it is in dist/demo/plan.

Look into it:        node ${plancc} inspect ${zip}
Check every byte:    node ${plancc} verify ${zip}
See the flow:        node ${plancc} print graph ${project}
Break it and see:    edit ${project}/plan.yaml, then node ${plancc} validate ${project}`);
}
process.exitCode = status ?? 1;
