import type { Clock } from '../../ports/clock.js';

/** Milliseconds after which something is tried again. */
const pause = 1000;

/** Does something again until it is not refused, or the signal is aborted. */
export async function insist<T>(act: () => Promise<T>, clock: Clock, signal: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (signal.aborted) throw error;
      await clock.until(clock.now() + pause, signal);
    }
  }
}
