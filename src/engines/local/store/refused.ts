import { problem } from '../../../diagnostics/problem.js';
import { isDenied, isDiskFull, isSystemError, systemReason } from '../../../distribution/system-reason.js';
import { StoreError } from '../../../ports/store-error.js';

/** Runs what works on a store's files; throws a `StoreError` for what the system refuses. */
export async function orRefused<T>(folder: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw cannotUse(error.path ?? folder, systemReason(error), remedy(error));
  }
}

export const cannotUse = (path: string, reason: string, help: string): StoreError =>
  new StoreError(problem('PLAN7001', { file: path }, { path, reason }, { help }));

const remedy = (error: unknown): string =>
  isDiskFull(error)
    ? 'make room there; nothing was written by halves'
    : isDenied(error)
      ? 'let it be readable and writable for the user who runs plancc'
      : 'name another folder with `--store`';
