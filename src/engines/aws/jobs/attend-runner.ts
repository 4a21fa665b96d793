import { randomUUID } from 'node:crypto';
import { readDocument } from '../../../environment/documents.js';
import { settle, settleBegun, type Teller } from '../../../environment/jobs/settle.js';
import type { Orchestrator } from '../../../ports/orchestrator.js';
import { StatesError } from '../../../ports/states-error.js';
import type { EndOfTask } from './end-of-task.js';
import { hostFor, type Starting, setStarting } from './host-for.js';
import { notStarted } from './launch.js';
import { type Found, keyOfJob, putNote, removeJob } from './notes.js';
import {
  type DefaultRunner,
  isThere,
  type RunnerRecord,
  type StoredJob,
  settingsOf,
} from './runner-record.js';

export interface AttendWorld extends Starting {
  readonly orchestrator: Pick<Orchestrator, 'answer' | 'heartbeat'>;
  readonly runner: DefaultRunner;
  /** By the ARN of a task; undefined while it has not ended. */
  readonly endOfTask: (task: string) => Promise<EndOfTask | undefined>;
}

/** Sees to the jobs of one runner. */
export async function attendRunner(world: AttendWorld, key: string, jobs: readonly Found[]): Promise<void> {
  const { clock, orchestrator, store } = world;
  const record = await readDocument<RunnerRecord>(store, key);
  const starting = record?.host !== undefined && 'starting' in record.host ? record.host : undefined;
  const isAtWork = record !== undefined && starting === undefined && isThere(record, clock.now());
  const teller = tellerOf(world);
  const waiting: StoredJob[] = [];
  for (const { job, progress } of jobs) {
    if (progress !== undefined) {
      // What a host is at is its own.
      if (!isAtWork) await settleBegun(teller, job, progress, settingsOf(job, world.runner).Name);
    } else if (await orchestrator.heartbeat(job.token)) waiting.push(job);
    else await removeJob(store, keyOfJob(job));
  }
  const [first] = waiting;
  if (first === undefined || isAtWork) return;
  const settings = record?.settings ?? settingsOf(first, world.runner);
  try {
    const end = starting?.task === undefined ? undefined : await world.endOfTask(starting.task);
    if (starting !== undefined && end !== undefined) {
      await setStarting(world, key, starting.starting, undefined);
      if (!end.isChance) throw notStarted(settings, end.reason);
    }
    await hostFor(world, key, settings);
  } catch (error) {
    if (!(error instanceof StatesError)) throw error;
    for (const job of waiting) {
      await settle(teller, new Set([job]), { error: error.name, cause: error.message });
    }
  }
}

/** A host that was taken for lost may say at the same time what has become of its jobs. */
function tellerOf({ orchestrator, store }: AttendWorld): Teller {
  const teller = randomUUID();
  return {
    orchestrator,
    queue: {
      note: (job, progress) => putNote(store, keyOfJob(job), progress, teller),
      remove: (job) => removeJob(store, keyOfJob(job)),
    },
  };
}
