import type { Clock } from '../../ports/clock.js';

/** Timers count the time a process runs, not that of the clock: after so many milliseconds it is looked at again. */
const piece = 1_000;

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  until: (time, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      let timer: NodeJS.Timeout;
      const look = () => {
        const rest = time - Date.now();
        if (rest > 0) {
          timer = setTimeout(look, Math.min(rest, piece));
          return;
        }
        signal?.removeEventListener('abort', abort);
        resolve();
      };
      const abort = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', abort, { once: true });
      timer = setTimeout(look, Math.min(Math.max(0, time - Date.now()), piece));
    }),
};
