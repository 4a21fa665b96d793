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
 * this process be lost in between, the next one says it again. What another process has written down is that one's to tell.
 */
export async function settle(teller: Teller, attempts: Set<Job>, answer: Answer): Promise<void> {
  // The last attempt first: it is the one that is waited for.
  for (const job of [...attempts].toReversed()) {
    if (!(await teller.queue.note(job, { answer }))) attempts.delete(job);
  }
  for (const job of attempts) {
    await tell(teller, job, answer);
    attempts.delete(job);
  }
}

/** Of a job whose runner has gone. It is not done again: whether it may be, its author says with a `Retry`. */
export const lost = (runner: string): Answer => ({
  error: 'JobTimedOut',
  cause: `the runner \`${runner}\` was lost while it did the job`,
});

/** Brings a job to its end that a process before this one had begun. */
export async function settleBegun(
  teller: Teller,
  job: Job,
  progress: Progress,
  runner: string,
): Promise<void> {
  if ('answer' in progress) return tell(teller, job, progress.answer);
  await untilLeft(progress.folder);
  rmSync(progress.folder, { recursive: true, force: true });
  await settle(teller, new Set([job]), lost(runner));
}

async function tell({ orchestrator, queue }: Teller, job: Job, answer: Answer): Promise<void> {
  await orchestrator.answer(job.token, answer);
  await queue.remove(job);
}
