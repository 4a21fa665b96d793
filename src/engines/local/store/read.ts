import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from 'node:fs';

/** Neither follows a link nor waits at a named pipe: such things are none of ours. */
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** The bytes of a regular file; undefined where there is none. */
export const readObject = (path: string): Buffer | undefined =>
  orAbsent(() => {
    const descriptor = openSync(path, flags);
    try {
      return fstatSync(descriptor).isFile() ? readFileSync(descriptor) : undefined;
    } finally {
      closeSync(descriptor);
    }
  });

/** Whether there is a regular file. */
export const isThere = (path: string): boolean => orAbsent(() => lstatSync(path).isFile()) ?? false;

function orAbsent<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (absent.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

/** What the system says of a path where no regular file is. */
const absent = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENXIO']);
