import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Test } from 'uvu';
import { newFolder } from '../folder.js';

const size = 2048; // KiB

/**
 * Adds a test on a disk of 2 MiB. Root may mount one, and so may others where they may have namespaces of their own:
 * https://man7.org/linux/man-pages/man7/user_namespaces.7.html. Elsewhere the test is skipped, and fails in CI.
 */
export function onSmallDisk(tests: Test, title: string, test: (disk: string) => Promise<void>): void {
  const disk = smallDisk();
  if (disk !== undefined) {
    tests(title, () => test(disk));
    return;
  }
  if (process.env.CI !== undefined)
    throw new Error(
      'no small disk can be mounted, which tests need: run them as root, or where `unshare -rm` may be used',
    );
  console.log(`skipped: ${title}, on a full disk: no small one can be mounted here`);
  tests.skip(title);
}

/** It is seen through the process that keeps it, and is gone with it. */
function smallDisk(): string | undefined {
  const folder = newFolder();
  const keep = `mount -t tmpfs -o size=${size}k tmpfs '${folder}' && echo $$ && exec sleep 600 >/dev/null 2>&1`;
  const own = process.getuid?.() === 0 ? '-m' : '-rm';
  const { stdout } = spawnSync('sh', ['-c', 'unshare "$0" sh -c "$1" &', own, keep], { encoding: 'utf8' });
  const pid = Number(stdout);
  if (!(pid > 0)) return undefined;
  process.prependListener('exit', () => process.kill(pid));
  return join(`/proc/${pid}/root`, folder);
}
