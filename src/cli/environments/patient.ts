import type { ObjectStore } from '../../ports/object-store.js';
import type { Orchestrator } from '../../ports/orchestrator.js';
import { StoreError } from '../../ports/store-error.js';

interface Read {
  readonly store: ObjectStore;
  readonly orchestrator: Orchestrator;
}

/**
 * The same for one who looks again and again: what AWS has no time for now, after the SDK has tried several times, is asked
 * again after a pause, so that following goes on.
 */
export function patient<R extends Read>(ports: R, pause: () => Promise<void>): R {
  const insist = async <T>(ask: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof StoreError) || error.problem.code !== 'PLAN7049') throw error;
        await pause();
      }
    }
  };
  const { store, orchestrator } = ports;
  return {
    ...ports,
    store: {
      ...store,
      get: (key) => insist(() => store.get(key)),
      list: (prefix) => insist(() => store.list(prefix)),
    },
    orchestrator: {
      ...orchestrator,
      history: (execution, after) => insist(() => orchestrator.history(execution, after)),
    },
  };
}
