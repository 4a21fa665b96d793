import type { Problem } from '../../diagnostics/problem.js';
import { isDamaged, StoreError } from '../../ports/store-error.js';

/**
 * Reads what can be read: of documents that are damaged, and of environments that are not there, only the problems are
 * kept.
 */
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
        if (!isDamaged(error) && !isMissing(error)) throw error;
        problems.push(error.problem);
        return undefined;
      }
    },
  };
}

/** An environment that `environments.yaml` names, and that was not made yet. */
const isMissing = (error: unknown): error is StoreError =>
  error instanceof StoreError && error.problem.code === 'PLAN7021';
