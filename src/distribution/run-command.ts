import { spawn } from 'node:child_process';
import { atExit } from './at-exit.js';

/** Milliseconds between asking to end and ending. */
const grace = 3000;
/** Milliseconds that output may come after the end of a command. */
const lateOutput = 300;

/**
 * Runs a command by the shell, without input. Gives undefined when it succeeds, else how it ended, e.g.
 * `exited with code 3`. Aborting ends it with everything it started, and rejects with the signal's reason.
 */
export function runCommand(
  command: string,
  folder: string,
  onOutput: (chunk: Buffer, stream: 'stdout' | 'stderr') => void,
  signal?: AbortSignal,
): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const child = spawn(command, {
      cwd: folder,
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own, so that all of it can be ended.
      detached: process.platform !== 'win32',
    });
    const forget = atExit(() => kill(child.pid, 'SIGKILL'));
    let killing: NodeJS.Timeout | undefined;
    const abort = () => {
      kill(child.pid, 'SIGTERM');
      killing = setTimeout(() => kill(child.pid, 'SIGKILL'), grace);
    };
    signal?.addEventListener('abort', abort, { once: true });
    child.stdout.on('data', (chunk) => onOutput(chunk, 'stdout'));
    child.stderr.on('data', (chunk) => onOutput(chunk, 'stderr'));
    child.on('exit', () => {
      // What it has left running in the background may hold the pipes open for ever.
      setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
      }, lateOutput).unref();
    });
    let failure: string | undefined;
    child.on('error', (error) => {
      failure = `cannot be started: ${error.message}`;
    });
    child.on('close', (code, ended) => {
      forget();
      signal?.removeEventListener('abort', abort);
      clearTimeout(killing);
      if (signal?.aborted) reject(signal.reason);
      else if (failure !== undefined) resolve(failure);
      else if (ended !== null) resolve(`was ended by ${ended}`);
      else resolve(code === 0 ? undefined : `exited with code ${code}`);
    });
  });
}

function kill(pid: number | undefined, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, name);
  } catch {
    // It has ended already.
  }
}
