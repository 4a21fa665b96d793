import { hash } from 'node:crypto';
import { lstatSync, lutimesSync, readlinkSync, symlinkSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { actOfThisProcess, hasEnded, longestHold } from './process.js';

/**
 * Runs `use`, which must not wait for anything, while no other process holds the same lock. A lock is a link whose
 * target names its holder: made whole or not at all. When the holder was killed, the next one breaks it.
 */
export async function locked<T>(lock: string, use: () => T): Promise<T> {
  const act = actOfThisProcess();
  while (!take(lock, act)) await setTimeout(1 + Math.random() * 4);
  try {
    return use();
  } finally {
    unlinkSync(lock);
  }
}

/** A lock that this process holds until it lets go of it, or ends. */
export interface Hold {
  /**
   * False when somebody has removed the lock, and perhaps another process holds one of that name now. To be asked every few
   * seconds, which also tells others that this process is still there.
   */
  readonly isOurs: () => boolean;
  readonly letGo: () => void;
}

/** Undefined when another process holds the lock. */
export function hold(lock: string): Hold | undefined {
  const act = actOfThisProcess();
  // The first time it may only have broken the lock of a process that has ended.
  if (!take(lock, act) && !take(lock, act)) return undefined;
  const isOurs = () => {
    const held = holderOf(lock);
    if (held?.act !== act) return false;
    if (Date.now() - held.since > longestHold / 4) touch(lock);
    return true;
  };
  return {
    isOurs,
    letGo: () => {
      if (isOurs()) unlinkSync(lock);
    },
  };
}

/** Who cannot see this process would take it for ended if nothing was heard of it for long. */
function touch(lock: string): void {
  const now = new Date();
  try {
    lutimesSync(lock, now, now);
  } catch {
    // Somebody has just removed it.
  }
}

export const isHeld = (lock: string): boolean => {
  const held = holderOf(lock);
  return held !== undefined && !hasEnded(held.act, held.since);
};

function take(lock: string, act: string): boolean {
  try {
    symlinkSync(act, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const held = holderOf(lock);
  if (held !== undefined && hasEnded(held.act, held.since)) breakLock(lock, held.act, act);
  return false;
}

/**
 * Only who holds the right to do so removes the lock of a killed process. Else one who saw the old lock would remove
 * the lock of one who was quicker. The right is a lock, too, which its holder may leave behind.
 */
function breakLock(lock: string, killed: string, act: string): void {
  const right = join(dirname(lock), lockName(lock + killed));
  if (!take(right, act)) return;
  try {
    if (holderOf(lock)?.act === killed) unlinkSync(lock);
  } finally {
    unlinkSync(right);
  }
}

const lockPrefix = 'lock-';
/** The name of a file that is the lock of something. */
export const lockName = (of: string): string => lockPrefix + hash('sha256', of);
export const isLock = (name: string): boolean => name.startsWith(lockPrefix);

/** Undefined when the lock was let go of. */
function holderOf(lock: string): { readonly act: string; readonly since: number } | undefined {
  try {
    return { act: readlinkSync(lock), since: lstatSync(lock).mtimeMs };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
