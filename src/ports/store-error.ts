import type { Problem } from '../diagnostics/problem.js';

/** What keeps a store, or something in it, from being used: no fault of plancc, and no mistake in a plan. */
export class StoreError extends Error {
  override readonly name = 'StoreError';

  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}
