import { type ChildProcess, spawn } from 'node:child_process';
import type { Ended } from '../../states/ended.js';
import { grace, signalGroup, untilGone } from './process-group.js';

/** Milliseconds that output may come after the end of a program. */
const lateOutput = 300;

/**
 * Before it becomes the program, the shell leaves a watch in its process group, which reads from a pipe that only this
 * process can write to: when this process is gone, however it went, its jobs end.
 */
const watched = `echo $$ > "$1"; shift
{ read -r _; trap '' TERM; kill -TERM 0; sleep ${grace / 1000}; kill -KILL 0; } <&3 >/dev/null 2>&1 &
exec 3<&-
exec "$@"`;

/** What is run, and where. */
export interface Program {
  /** Its name and its arguments. */
  readonly words: readonly string[];
  readonly folder: string;
  readonly variables: NodeJS.ProcessEnv;
  /** A file that is to hold the number of the process group, before anything runs in it. */
  readonly group: string;
}

/**
 * Runs a program without input in a process group of its own, which ends with it; resolves when nothing of it runs any
 * more, and rejects with the signal's reason when aborted. `onOutput` may give a promise: nothing more is read until it is
 * resolved.
 */
export function runProgram(
  { words, folder, variables, group }: Program,
  onOutput: (text: string) => Promise<void> | undefined,
  signal: AbortSignal,
): Promise<Ended> {
  signal.throwIfAborted();
  const child = spawn('sh', ['-c', watched, 'sh', group, ...words], {
    cwd: folder,
    env: variables,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    detached: true,
  });
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      const full = onOutput(text);
      if (full === undefined) return;
      stream.pause();
      full.finally(() => stream.resume());
    });
  }
  return endOf(child, signal);
}

async function endOf(child: ChildProcess, signal: AbortSignal): Promise<Ended> {
  const { pid } = child;
  let killing: NodeJS.Timeout | undefined;
  const end = () => {
    if (pid === undefined) return;
    signalGroup(pid, 'SIGTERM');
    killing = setTimeout(() => signalGroup(pid, 'SIGKILL'), grace);
  };
  signal.addEventListener('abort', end, { once: true });
  child.on('exit', () => {
    if (!signal.aborted) signalGroup(pid!, 'SIGKILL');
    // What has left the group may hold the pipes open for ever.
    const closing = setTimeout(() => {
      for (const stream of child.stdio) stream?.destroy();
    }, lateOutput);
    child.on('close', () => clearTimeout(closing));
    child.stdio[3]?.destroy();
  });
  try {
    const how = await new Promise<Ended>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, name) => resolve(code === null ? { signal: name! } : { code }));
    });
    if (signal.aborted) await untilGone(pid!);
    signal.throwIfAborted();
    return how;
  } finally {
    signal.removeEventListener('abort', end);
    clearTimeout(killing);
  }
}
