import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds between asking to end and ending. */
export const grace = 3000;

/** The file of a job's folder that holds the number of the process group that works in it. */
export const groupFile = 'group';

/** Asks all processes of a group to end, or ends them. */
export function signalGroup(group: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(-group, signal);
  } catch {
    // They have ended already.
  }
}

/** Waits until nothing works in a job's folder any more. */
export async function untilLeft(folder: string): Promise<void> {
  const group = numberIn(join(folder, groupFile));
  if (group > 1) await untilGone(group);
}

/** `NaN` when nothing was begun. */
function numberIn(file: string): number {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10);
  } catch {
    return Number.NaN;
  }
}

/**
 * Waits until a group has no process any more, a little longer than they have to end at most: what still has its
 * number after that may be a stranger.
 */
export async function untilGone(group: number): Promise<void> {
  const until = performance.now() + grace + 1000;
  while (isThere(group) && performance.now() < until) await sleep(20);
}

function isThere(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}
