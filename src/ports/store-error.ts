import type { Problem } from '../diagnostics/problem.js';

/** What keeps a store, or something in it, from being used: no fault of plancc, and no mistake in a plan. */
export class StoreError extends Error {
  override readonly name = 'StoreError';

  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/** Whether something in a store is not what was put there, which does not pass by itself. */
export const isDamaged = (error: unknown): error is StoreError =>
  error instanceof StoreError && (error.problem.code === 'PLAN7002' || error.problem.code === 'PLAN7005');
