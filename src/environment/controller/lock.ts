import type { Concurrency } from '../../language/values.js';
import type { Lock } from '../records.js';

export const free: Lock = { queue: [] };

/** Puts one behind those who are there; under the policy `reject` only where nobody is. The same lock when it stays so. */
export function enter(lock: Lock, driver: string, policy: Concurrency): Lock {
  const { holder, queue } = lock;
  if (holder === driver || queue.includes(driver)) return lock;
  if (holder === undefined) return { holder: driver, queue };
  return policy === 'reject' ? lock : { holder, queue: [...queue, driver] };
}

/** Takes one out, from wherever it is; the first of the queue then holds the lock. */
export function leave(lock: Lock, driver: string): Lock {
  const { holder, queue } = lock;
  if (holder !== driver) {
    return queue.includes(driver) ? { holder, queue: queue.filter((other) => other !== driver) } : lock;
  }
  const [next, ...rest] = queue;
  return next === undefined ? free : { holder: next, queue: rest };
}

/** Those who come before one that is in the lock. */
export const ahead = ({ holder, queue }: Lock, driver: string): readonly string[] =>
  holder === driver || holder === undefined ? [] : [holder, ...queue.slice(0, queue.indexOf(driver))];
