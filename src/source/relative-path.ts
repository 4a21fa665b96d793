import { posix } from 'node:path';

/**
 * The path of the project that `path`, written relative to `folder`, stands for; `.` is the root.
 * Undefined when it is absolute or leads out of the project.
 */
export function resolvePath(folder: string, path: string): string | undefined {
  const joined = posix.join(folder, path);
  if (posix.isAbsolute(path) || joined === '..' || joined.startsWith('../')) return undefined;
  return joined.length > 1 && joined.endsWith('/') ? joined.slice(0, -1) : joined;
}

/** The folder a file is in; `.` for one at the root. */
export const folderOf = (file: string): string => posix.dirname(file);
