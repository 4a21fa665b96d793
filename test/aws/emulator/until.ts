import { setTimeout } from 'node:timers/promises';

/** What something gives once it gives anything; an error after so many seconds. */
export async function until<T>(look: () => Promise<T | undefined>, seconds = 20): Promise<T> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    const found = await look();
    if (found !== undefined) return found;
    await setTimeout(50);
  }
  throw new Error(`nothing has come of it in ${seconds} s`);
}
