import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { problem } from '../../../diagnostics/problem.js';
import { isObject } from '../../../language/json.js';
import { StoreError } from '../../../ports/store-error.js';
import { linkNew } from '../store/links.js';
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

/** Undefined when there is no such file. Throws a `StoreError` when it does not hold a JSON object. */
export function read<Value>(file: string): Value | undefined {
  const text = textOf(file);
  return text === undefined ? undefined : parse<Value>(text, file);
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A JSON object in the text of a file, or in a line of it. Throws a `StoreError` when there is none. */
export function parse<Value>(text: string, file: string): Value {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {}
  if (isObject(value)) return value as Value;
  const reason = text === '' ? 'is empty' : value === undefined ? 'is not JSON' : 'is not an object';
  const help = 'put back what was there, or deploy another version';
  throw new StoreError(problem('PLAN7002', { file }, { key: file, reason }, { help }));
}
