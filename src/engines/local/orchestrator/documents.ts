import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { linkNew } from '../store/names.js';
import { withFile } from '../store/temporary.js';

/** JSON documents in files, which are there whole or not at all. `temporary` is a folder of the same file system. */

/** False when there is such a file already. */
export const putNew = (temporary: string, file: string, value: unknown): Promise<boolean> =>
  withFile(temporary, Buffer.from(JSON.stringify(value)), (written) => linkNew(written, file));

export const put = (temporary: string, file: string, value: unknown): Promise<void> =>
  withFile(temporary, Buffer.from(JSON.stringify(value)), (written) => {
    mkdirSync(dirname(file), { recursive: true });
    renameSync(written, file);
  });

/** Undefined when there is no such file. */
export function read<Value>(file: string): Value | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Value;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
