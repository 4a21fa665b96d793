import { join } from 'node:path';
import { namesIn } from '../names-in.js';

/** Where a runner's things are. */
export interface RunnerPlace {
  /** What it was made with. */
  readonly settings: string;
  /** A file for each of its jobs, and one for what was noted of it. */
  readonly queue: string;
  readonly notes: string;
  /** Held by the process that does the jobs. */
  readonly lock: string;
  readonly log: string;
}

export function runnerPlace(folder: string, key: string): RunnerPlace {
  const own = join(folder, key);
  return {
    settings: join(own, 'runner.json'),
    queue: join(own, 'queue'),
    notes: join(own, 'notes'),
    lock: join(own, 'lock'),
    log: join(own, 'runner.log'),
  };
}

/** For files that are being written. */
export const temporaryIn = (folder: string): string => join(folder, 'temporary');

/** Keys of all runners that have ever had a job. */
export const runnersIn = (folder: string): readonly string[] =>
  namesIn(folder).filter((name) => name.includes('~'));

export const jobFile = ({ queue }: RunnerPlace, id: string): string => join(queue, `${id}.json`);

/** Ids of the jobs in a queue. */
export const jobsIn = ({ queue }: RunnerPlace): readonly string[] =>
  namesIn(queue).flatMap((name) => /^([0-9a-f]+)\.json$/.exec(name)?.[1] ?? []);
