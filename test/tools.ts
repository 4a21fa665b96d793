import { spawnSync } from 'node:child_process';

/** Whether a program is there that a test needs. In CI, where all tests must run, one that is missing is a failure. */
export function isThere(tool: string): boolean {
  if (spawnSync('sh', ['-c', 'command -v "$0"', tool]).status === 0) return true;
  if (process.env.CI !== undefined) throw new Error(`install \`${tool}\`, which tests need`);
  console.log(`some tests are skipped: \`${tool}\` is not installed`);
  return false;
}
