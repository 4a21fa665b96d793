import { turns } from '../distribution/turns.js';

/** Enough to hide the time of requests, few enough to hold what they carry in memory. */
const atOnce = 16;

/** Does some of the work at a time. When a piece of it fails, begins no more, waits for what has begun, and throws. */
export async function inParallel<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  const left = items[Symbol.iterator]();
  const turn = turns();
  let failed = false;
  const worker = async () => {
    for (let next = left.next(); !next.done && !failed; next = left.next()) {
      await work(next.value).catch((error: unknown) => {
        failed = true;
        throw error;
      });
      await turn();
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}
