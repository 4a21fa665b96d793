import type { Clock } from '../ports/clock.js';

/** Timers count the time a process runs, not that of the clock: after so many milliseconds it is looked at again. */
const piece = 1_000;

/** Milliseconds since 1970 when this process started, if the clock had always gone as it goes now. */
let started = 0;

/** One that is set back is not followed: what is waited for would come hours late, or before what came before it. */
function now(): number {
  started = Math.max(started, Date.now() - performance.now());
  return Math.floor(started + performance.now());
}

/** The clock of this machine, as long as it goes forwards. */
export const systemClock: Clock = {
  now,
  until: (time, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      let timer: NodeJS.Timeout;
      const look = () => {
        const rest = time - now();
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
      timer = setTimeout(look, Math.min(Math.max(0, time - now()), piece));
    }),
};
