import type { Problem } from '../../diagnostics/problem.js';
import { StoreError } from '../../ports/store-error.js';

/** Reads what can be read: of documents that are damaged, only the problems are kept. */
export interface Tolerant {
  readonly problems: readonly Problem[];
  /** Undefined where a document is damaged, or not there. */
  readonly read: <T>(reading: Promise<T>) => Promise<T | undefined>;
}

export function tolerant(): Tolerant {
  const problems: Problem[] = [];
  return {
    problems,
    read: async (reading) => {
      try {
        return await reading;
      } catch (error) {
        if (!(error instanceof StoreError) || error.problem.code !== 'PLAN7002') throw error;
        problems.push(error.problem);
        return undefined;
      }
    },
  };
}
