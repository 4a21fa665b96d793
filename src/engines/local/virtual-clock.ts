import type { Clock } from '../../ports/clock.js';

export interface VirtualClock extends Clock {
  /** Time stands still while work goes on that does not ask for the time, such as a process. */
  readonly during: <Value>(work: Promise<Value>) => Promise<Value>;
}

interface Sleeper {
  readonly time: number;
  readonly wake: () => void;
}

/** A clock that jumps to the next time somebody waits for as soon as everybody waits. */
export function virtualClock(start: number): VirtualClock {
  let now = start;
  let works = 0;
  /** Grows with each sign of life: who goes on asks what time it is. */
  let asked = 0;
  let seen = -1;
  let isWatching = false;
  const sleepers = new Set<Sleeper>();

  const watch = () => {
    if (isWatching || works > 0 || sleepers.size === 0) return;
    isWatching = true;
    setImmediate(() => {
      isWatching = false;
      if (asked === seen && works === 0) jump();
      seen = asked;
      watch();
    });
  };
  const jump = () => {
    let next = Number.POSITIVE_INFINITY;
    for (const { time } of sleepers) next = Math.min(next, time);
    now = Math.max(now, next);
    for (const sleeper of [...sleepers]) if (sleeper.time <= now) sleeper.wake();
  };

  return {
    now: () => {
      asked++;
      return now;
    },
    until: (time, signal) =>
      new Promise((resolve, reject) => {
        asked++;
        if (signal?.aborted) return reject(signal.reason);
        const leave = () => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', abort);
        };
        const abort = () => {
          leave();
          reject(signal?.reason);
        };
        const wake = () => {
          leave();
          asked++;
          resolve();
        };
        const sleeper = { time, wake };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', abort, { once: true });
        watch();
      }),
    during: async (work) => {
      works++;
      try {
        return await work;
      } finally {
        works--;
        asked++;
        watch();
      }
    },
  };
}
