import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { judge } from './run-file.js';
import { runFiles, totalsLine } from './run-files.js';

const runner = suite('test runner');
const root = join(import.meta.dirname, '../..');

async function run(...names: string[]) {
  const told: string[] = [];
  const files = names.map((name) => `test/runner/suites/${name}.ts`);
  const totals = await runFiles(files, root, (text) => told.push(text));
  return { line: totalsLine(totals), told: told.join('\n') };
}

runner('counts what passed and what was left out', async () => {
  const { line, told } = await run('passing');
  assert.is(line, '2 passed, 0 failed, 1 skipped');
  assert.match(told, /^test\/runner\/suites\/passing\.ts: 2 passed, 1 skipped \(\d+ ms\)$/);
});

runner('shows why a test failed, with the line of its source', async () => {
  const { line, told } = await run('failing');
  assert.is(line, '1 passed, 1 failed');
  assert.match(told, 'does not hold');
  assert.match(told, /suites\/failing\.ts:6/);
});

for (const [name, reason] of [
  ['forgotten', 'ran no test'],
  ['empty', 'ran no test'],
  ['exiting', 'crashed with exit code 1'],
  ['crashing', 'crashed with exit code 1'],
] as const) {
  runner(`a file fails that is ${name}`, async () => {
    const { line, told } = await run(name);
    assert.match(line, / 1 failed$/);
    assert.match(told, `: ${reason}`);
  });
}

runner('a file that does not compile fails, and the others run', async () => {
  const folder = mkdtempSync(join(root, 'test/runner/suites/.broken-'));
  try {
    writeFileSync(join(folder, 'broken.ts'), "import './nowhere.js';\n");
    const { line, told } = await run(`${folder.split('/').at(-1)}/broken`, 'passing');
    assert.is(line, '2 passed, 1 failed, 1 skipped');
    assert.match(told, 'does not compile');
    assert.match(told, 'nowhere.js');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

runner('what a failed file prints is cut in the middle when it is long', async () => {
  const { told } = await run('verbose');
  assert.match(told, /… 7\d\d lines …/);
  assert.match(told, 'line 1\n');
  assert.match(told, 'line 1000\n');
  assert.not.match(told, 'line 500\n');
});

runner('a file that is killed fails, whatever it printed before', () => {
  const output = '  Total:     3\n  Passed:    3\n  Skipped:   0\n';
  assert.is(judge(output, null, 'SIGKILL').failed, 1);
  assert.is(judge(output, 0, null).failed, 0);
});

runner.run();
