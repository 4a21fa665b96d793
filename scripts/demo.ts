import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from './build.js';

// Builds a sample project, draws it, and says what to do with it.
const root = join(import.meta.dirname, '..');
const project = 'fixtures/landscape/webshop';
const zip = 'dist/demo/webshop-1.4.0.zip';
const page = 'dist/demo/webshop.html';
const plancc = relative(process.cwd(), join(root, 'bin/plancc.cjs'));

/** Whether the command went well. */
function run(...words: readonly string[]): boolean {
  console.log(`$ plancc ${words.join(' ')}`);
  const { status } = spawnSync(process.execPath, [join(root, 'bin/plancc.cjs'), ...words], {
    cwd: root,
    stdio: 'inherit',
  });
  return status === 0;
}

await build();
rmSync(join(root, 'dist/demo'), { recursive: true, force: true });
const done =
  run('build', project, '--out', zip, '--out-dir', 'dist/demo/plan') && run('graph', project, '--out', page);
if (done)
  console.log(`
That is a distribution: ${zip} holds the compiled plan and the project's files.
Its plan is ${project}/plan.yaml; what the compiler made of it is in dist/demo/plan.

See the flow:        open ${page} in a browser
Look into it:        node ${plancc} inspect ${zip}
Check every byte:    node ${plancc} verify ${zip}
Break it and see:    edit ${project}/plan.yaml, then node ${plancc} validate ${project}`);
process.exitCode = done ? 0 : 1;
