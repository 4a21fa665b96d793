import type { Clock } from '../../ports/clock.js';
import { StoreError } from '../../ports/store-error.js';

/** Milliseconds after which something is tried again that the system has refused. */
const pause = 1_000;

/** Does something as soon as the system lets it: it waits for room on the disk. What called it has a timeout. */
export async function whenPossible<T>(act: () => Promise<T>, clock: Clock): Promise<T> {
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof StoreError) || error.problem.code !== 'PLAN7001') throw error;
      await clock.until(clock.now() + pause);
    }
  }
}
