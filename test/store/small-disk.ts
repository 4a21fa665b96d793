import { spawnSync } from 'node:child_process';
import { newFolder } from '../folder.js';

/** A disk of so many KiB; undefined where one may not be mounted. */
export function smallDisk(size: number): string | undefined {
  const folder = newFolder();
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}k`, 'tmpfs', folder]);
  if (status !== 0) return undefined;
  // Before the folder is removed. Processes that still use it see that everything in it is gone.
  process.prependListener('exit', () => spawnSync('umount', ['--lazy', folder]));
  return folder;
}
