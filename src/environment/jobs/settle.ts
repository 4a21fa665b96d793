import { rmSync } from 'node:fs';
import type { Job } from '../../ports/jobs.js';
import type { Answer } from '../../ports/orchestrator.js';
import type { JobHost, JobQueue, Progress } from './job-host.js';
import { untilLeft } from './process-group.js';

/** What it takes to tell a state. */
export interface Teller {
  readonly orchestrator: Pick<JobHost['orchestrator'], 'answer'>;
  readonly queue: Pick<JobQueue, 'note' | 'remove'>;
}

/**
 * Tells the states that wait for some attempts what became of them, and takes them out. It is written down first: should
 * this process be lost in between, the next one says it again.
 */
export async function settle(
  { orchestrator, queue }: Teller,
  attempts: Set<Job>,
  answer: Answer,
): Promise<void> {
  // The last attempt first: it is the one that is waited for.
  for (const job of [...attempts].toReversed()) {
    if (!(await queue.note(job, { answer }))) attempts.delete(job);
  }
  for (const job of attempts) {
    await orchestrator.answer(job.token, answer);
    await queue.remove(job);
    attempts.delete(job);
  }
}

/** Of a job whose runner has gone. It is not done again: whether it may be, its author says with a `Retry`. */
export const lost = (runner: string): Answer => ({
  error: 'JobTimedOut',
  cause: `the runner \`${runner}\` was lost while it did the job`,
});

/** Brings a job to its end that the process before this one had begun. */
export async function settleBegun(host: JobHost, job: Job, progress: Progress): Promise<void> {
  if ('folder' in progress) {
    await untilLeft(progress.folder);
    rmSync(progress.folder, { recursive: true, force: true });
  }
  await settle(host, new Set([job]), 'answer' in progress ? progress.answer : lost(host.runner.name));
}
