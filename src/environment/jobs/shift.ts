import type { Job } from '../../ports/jobs.js';
import { insist } from './insist.js';
import type { JobHost } from './job-host.js';
import { performJob } from './perform-job.js';
import { lost, settle } from './settle.js';
import { startupOf } from './startup.js';

/** The jobs that a runner has taken. */
export interface Shift {
  /** Takes a job, which is begun when there is room; a job that is at work for the same entry does for it, too. */
  readonly take: (job: Job) => void;
  /** Says that every job is cared for, and ends those that nobody waits for any more. */
  readonly beat: () => Promise<void>;
  readonly isIdle: () => boolean;
  /** When nothing is at work. */
  readonly ended: () => Promise<unknown>;
}

/** One entry of a state at work, with the attempts that wait for it. */
interface Work {
  readonly attempts: Set<Job>;
  readonly abort: AbortController;
}

/** When the signal is aborted, what is at work is ended and counts as lost. */
export function shiftOf(host: JobHost, signal: AbortSignal): Shift {
  const { orchestrator, queue, runner } = host;
  const startup = startupOf(runner, signal);
  const waiting = new Set<Job>();
  const works = new Map<string, Work>();
  const begun = new Set<Promise<void>>();

  const beatFor = async (jobs: Set<Job>): Promise<void> => {
    for (const job of jobs) {
      // Who cannot be asked is taken to wait.
      if (await orchestrator.heartbeat(job.token).catch(() => true)) continue;
      jobs.delete(job);
      // The next process asks for it again.
      await queue.remove(job).catch(() => {});
    }
  };

  const perform = async ({ attempts, abort }: Work): Promise<void> => {
    // Another process may have answered it already.
    await beatFor(attempts);
    const [job] = attempts;
    if (job === undefined) return;
    const answer = await performJob(host, job, startup, AbortSignal.any([signal, abort.signal]));
    if (answer === undefined) attempts.delete(job);
    else await insist(() => settle(host, attempts, answer), host, signal);
  };

  const begin = (): void => {
    for (const job of waiting) {
      if (signal.aborted || works.size === runner.maxConcurrency) return;
      if (works.has(job.entry)) continue;
      waiting.delete(job);
      const work: Work = { attempts: new Set([job]), abort: new AbortController() };
      works.set(job.entry, work);
      const ended = perform(work)
        // What cannot be told is not done again here: the next process tells it.
        .catch(() =>
          signal.aborted ? settle(host, work.attempts, lost(runner.name)) : work.attempts.clear(),
        )
        .catch(() => {})
        .finally(() => {
          begun.delete(ended);
          works.delete(job.entry);
          // They came when it was ending.
          for (const attempt of work.attempts) waiting.add(attempt);
          begin();
        });
      begun.add(ended);
    }
  };

  return {
    take: (job) => {
      const work = works.get(job.entry);
      if (work === undefined || work.abort.signal.aborted) waiting.add(job);
      else work.attempts.add(job);
      begin();
    },
    beat: async () => {
      await beatFor(waiting);
      for (const { attempts, abort } of works.values()) {
        await beatFor(attempts);
        if (attempts.size === 0) abort.abort();
      }
    },
    isIdle: () => waiting.size === 0 && works.size === 0,
    ended: () => Promise.all(begun),
  };
}
