import {
  constants,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { isInside } from './resolve-entry.js';
import { turns } from './turns.js';

/**
 * Copies a project whole, with `.git` and `node_modules`, to a path in a temporary folder of its own: commands in the
 * copy find what they find in the project, and leave that as it is. Times stay, for tools that compare them. Links
 * inside the project lead to their copies, others to where they led. Sockets, pipes and devices stay behind. Throws
 * the system's errors.
 */
export async function copyProject(root: string, copy: string, signal?: AbortSignal): Promise<void> {
  const turn = turns();
  const copyFolder = async (from: string, to: string): Promise<void> => {
    mkdirSync(to, { recursive: true });
    for (const entry of readdirSync(from, { withFileTypes: true })) {
      await turn();
      signal?.throwIfAborted();
      const source = join(from, entry.name);
      const target = join(to, entry.name);
      // The folder for temporary files may be inside the project.
      if (source === dirname(copy)) continue;
      if (entry.isSymbolicLink()) {
        symlinkSync(linkInCopy(source, root, copy), target);
      } else if (entry.isDirectory()) {
        await copyFolder(source, target);
      } else if (entry.isFile()) {
        copyFileSync(source, target, constants.COPYFILE_FICLONE);
        const { atime, mtime } = statSync(source);
        utimesSync(target, atime, mtime);
      }
    }
  };
  await copyFolder(root, copy);
}

function linkInCopy(link: string, root: string, copy: string): string {
  const written = readlinkSync(link);
  const target = resolve(dirname(link), written);
  if (!isInside(target, root)) return target;
  return isAbsolute(written) ? join(copy, relative(root, target)) : written;
}
