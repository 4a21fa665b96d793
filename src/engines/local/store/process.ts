import { hash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Longest time for which anybody leaves a lock or a temporary file untouched, with much to spare. */
export const longestHold = 60_000; // milliseconds

let prefix: string | undefined;
/** A name for one act of this process, which tells others whether the process is still there. */
export function actOfThisProcess(): string {
  prefix ??= [place(), process.pid, look('self')?.start ?? 0].join('-');
  return `${prefix}-${randomBytes(6).toString('hex')}`;
}

/**
 * Whether the process of an act has ended. One whose place cannot be seen from here, in another container say, is taken
 * for ended some time after `since`, in milliseconds since 1970.
 */
export function hasEnded(act: string, since: number): boolean {
  const [where, pid, start] = act.split('-');
  if (where !== place()) return Date.now() - since > longestHold;
  const found = look(pid!);
  return found === undefined ? !answers(Number(pid)) : !found.isAlive || found.start !== start;
}

let known: string | undefined;
/** Where ids of processes mean the same: https://man7.org/linux/man-pages/man7/pid_namespaces.7.html */
function place(): string {
  known ??= hash('sha256', read('/proc/sys/kernel/random/boot_id') + namespace() + hostname()).slice(0, 12);
  return known;
}

/**
 * What Linux tells of a process: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html. The start tells it from others,
 * since ids are used again. One that nobody waited for yet is there, but not alive. Undefined where there is nothing to read.
 */
function look(pid: string): { readonly isAlive: boolean; readonly start: string } | undefined {
  // The second field, a name in parentheses, may hold anything.
  const [state, ...fields] = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ');
  const start = fields[18];
  return start === undefined ? undefined : { isAlive: state !== 'Z' && state !== 'X', start };
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function namespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
