import { hash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Longest time for which anybody holds a lock, or leaves a temporary file untouched, with much to spare. */
const longestHold = 60_000; // milliseconds

let prefix: string | undefined;
/** A name for one act of this process, which tells others whether the process is still there. */
export function actOfThisProcess(): string {
  prefix ??= [place(), process.pid, startOf('self') ?? 0].join('-');
  return `${prefix}-${randomBytes(6).toString('hex')}`;
}

/**
 * Whether the process of an act has ended. One whose place cannot be seen from here, in another container say, is taken
 * for ended some time after `since`, in milliseconds since 1970.
 */
export function hasEnded(act: string, since: number): boolean {
  const [where, pid, start] = act.split('-');
  if (where !== place()) return Date.now() - since > longestHold;
  const now = startOf(pid!);
  return now === undefined ? !answers(Number(pid)) : now !== start;
}

let known: string | undefined;
/** Where ids of processes mean the same: https://man7.org/linux/man-pages/man7/pid_namespaces.7.html */
function place(): string {
  known ??= hash('sha256', read('/proc/sys/kernel/random/boot_id') + namespace() + hostname()).slice(0, 12);
  return known;
}

/**
 * When a process started, as Linux counts: ids are used again. Undefined where there is no such process, it is dead but
 * not yet waited for, or the system does not say.
 */
function startOf(pid: string): string | undefined {
  // The second field, a name in parentheses, may hold anything: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
  const fields = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}

function answers(pid: number): boolean {
  if (process.platform === 'linux') return false;
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
