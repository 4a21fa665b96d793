import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Case, Ended } from './cases.js';

const python = 'import importlib.util, sys; sys.exit(importlib.util.find_spec("moto") is None)';

/** Whether Python and moto are there. In CI, where all tests must run, it is a failure when they are not. */
export function hasEmulator(): boolean {
  if (spawnSync('python3', ['-c', python]).status === 0) return true;
  if (process.env.CI !== undefined) throw new Error('install `moto[server]` for python3, which tests need');
  console.log('the comparison with the emulator is skipped: `moto` is not installed for python3');
  return false;
}

/** How the executions of all cases end on the interpreter of moto, in one process. */
export function runOnEmulator(cases: readonly Case[]): readonly (Ended & { readonly name: string })[] {
  const { status, stdout, stderr } = spawnSync('python3', [join(import.meta.dirname, 'launcher.py')], {
    input: cases.map((one) => JSON.stringify(one)).join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    timeout: 120_000,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}
