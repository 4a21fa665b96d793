import { setImmediate } from 'node:timers/promises';

const longestTurn = 50; // milliseconds

/** Gives a function to await in a long loop: now and then it lets signals, timers and progress bars have their turn. */
export function turns(): () => Promise<void> {
  let started = Date.now();
  return async () => {
    if (Date.now() - started < longestTurn) return;
    await setImmediate();
    started = Date.now();
  };
}
