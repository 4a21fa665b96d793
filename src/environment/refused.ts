import { problem } from '../diagnostics/problem.js';
import { isDenied, isDiskFull, isSystemError, systemReason } from '../distribution/system-reason.js';
import { StoreError } from '../ports/store-error.js';

/** Runs what works on files; throws a `StoreError` for what the system refuses. `path` where the system names none. */
export async function orRefused<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw cannotUse(error.path ?? path, systemReason(error), remedy(error));
  }
}

export const cannotUse = (path: string, reason: string, help: string): StoreError =>
  new StoreError(problem('PLAN7001', { file: path }, { path, reason }, { help }));

function remedy(error: unknown): string {
  if (isDiskFull(error)) return 'make room there and try again: what is in the store is whole';
  if (isDenied(error)) return 'let it be readable and writable for the user who runs plancc';
  return 'look at what is there, or name another store with `--store`';
}
