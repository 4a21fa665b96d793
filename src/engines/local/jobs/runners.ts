import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { isHeld } from '../store/lock.js';
import { jobsIn, type RunnerPlace, runnerPlace, runnersIn } from './places.js';

/** Milliseconds that a new process has until it is there. */
const patience = 2000;

/** Sees that every job has a runner. */
export interface Runners {
  /** Starts those that have jobs and no process. */
  readonly start: () => void;
  /** Whether there are jobs. */
  readonly areBusy: () => boolean;
}

/** `worker` is the command line that does the jobs of a runner, but for the runner's key at its end. */
export function runnersOf(folder: string, worker: readonly string[]): Runners {
  const started = new Map<string, number>();
  const withJobs = (): readonly string[] =>
    runnersIn(folder).filter((key) => jobsIn(runnerPlace(folder, key)).length > 0);
  return {
    areBusy: () => withJobs().length > 0,
    start: () => {
      for (const key of withJobs()) {
        const place = runnerPlace(folder, key);
        if (isHeld(place.lock) || performance.now() - (started.get(key) ?? -patience) < patience) continue;
        started.set(key, performance.now());
        startProcess([...worker, key], place);
      }
    },
  };
}

/** It goes on when this process ends. */
function startProcess([program, ...words]: readonly string[], { log }: RunnerPlace): void {
  const output = openSync(log, 'a');
  const child = spawn(program!, words, { cwd: '/', detached: true, stdio: ['ignore', output, output] });
  // It is started again later.
  child.on('error', () => {});
  child.unref();
  closeSync(output);
}
