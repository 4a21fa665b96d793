import { failureOf } from './failure.js';
import type { JobHost } from './job-host.js';

/** Milliseconds after which something is tried again. */
const pause = 1000;
/** Milliseconds after which it is given up: states that hear nothing have ended by then, and a host that stays costs money. */
const patience = 600_000;

/** Does something again until it is not refused; gives up after a while, or when the signal is aborted. */
export async function insist<T>(
  act: () => Promise<T>,
  { clock, print }: Pick<JobHost, 'clock' | 'print'>,
  signal: AbortSignal,
): Promise<T> {
  const end = clock.now() + patience;
  for (let told = ''; ; ) {
    try {
      return await act();
    } catch (error) {
      if (signal.aborted || clock.now() >= end) throw error;
      const { cause } = failureOf(error);
      if (cause !== told) print?.(`tried again: ${cause}`);
      told = cause;
      await clock.until(clock.now() + pause, signal);
    }
  }
}
