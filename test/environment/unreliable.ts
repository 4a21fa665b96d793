import type { Scheduler } from 'fast-check';
import type { ObjectStore } from '../../src/ports/object-store.js';

export class Crash extends Error {}

/**
 * A store whose calls are done in any order that the scheduler thinks of. Those writes crash whose number is among
 * `crashes`: every second of them after it has been done. It is reliable at first.
 */
export function unreliable(store: ObjectStore, scheduler: Scheduler, crashes: readonly number[]) {
  let calls = 0;
  let isReliable = true;
  const later = async <T>(isWrite: boolean, call: () => Promise<T>): Promise<T> => {
    if (isReliable) return call();
    await scheduler.schedule(Promise.resolve());
    const number = isWrite ? ++calls : 0;
    if (!crashes.includes(number)) return call();
    if (number % 2 === 0) await call();
    throw new Crash();
  };
  const scheduled: ObjectStore = {
    get: (key) => later(false, () => store.get(key)),
    has: (key) => later(false, () => store.has(key)),
    download: (key, file) => later(false, () => store.download(key, file)),
    list: (prefix) => later(false, () => store.list(prefix)),
    folders: (prefix) => later(false, () => store.folders(prefix)),
    putIfAbsent: (key, body, onSent) => later(true, () => store.putIfAbsent(key, body, onSent)),
    putIfMatch: (key, body, tag) => later(true, () => store.putIfMatch(key, body, tag)),
    delete: (key) => later(true, () => store.delete(key)),
  };
  const turn = (to: 'reliable' | 'unreliable') => {
    isReliable = to === 'reliable';
  };
  return { store: scheduled, turn };
}
