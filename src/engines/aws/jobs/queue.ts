import type { JobQueue, QueuedJob } from '../../../environment/jobs/job-host.js';
import { parseJobKey } from '../../../environment/keys.js';
import type { Clock } from '../../../ports/clock.js';
import type { ObjectStore } from '../../../ports/object-store.js';
import type { Message, Messages } from './messages.js';
import { findJob, keyOfJob, putNote, removeJob } from './notes.js';
import type { StoredJob } from './runner-record.js';

export interface QueueWorld {
  readonly clock: Clock;
  readonly store: ObjectStore;
  readonly messages: Messages;
  readonly environment: string;
  /** Unlike that of every other host. */
  readonly host: string;
  /** Whether a job is for this runner, as it is made now. */
  readonly isOurs: (job: StoredJob) => boolean;
  /** Seconds that a message is hidden, and that one is waited for. */
  readonly lease: number;
  readonly patience: number;
}

export interface HostQueue extends JobQueue {
  /** Whether there was a job of the same queue for another runner, in whose favour this one takes no more. */
  readonly isClosed: () => boolean;
  /** Whether there are jobs that nobody has. They are kept for the next who receives. */
  readonly hasMore: (signal: AbortSignal) => Promise<boolean>;
  /** Leaves to others what was taken and not ended. */
  readonly leave: () => Promise<void>;
}

/** The jobs of one runner: documents in the store, of which messages tell. What is taken stays hidden from others. */
export function createQueue(world: QueueWorld): HostQueue {
  const { clock, store, messages, environment, host, isOurs, lease, patience } = world;
  /** Handles of messages by the keys of the jobs that this process has. */
  const held = new Map<string, string>();
  let early: readonly QueuedJob[] = [];
  let closed = false;

  const take = async ({ key, handle }: Message): Promise<readonly QueuedJob[]> => {
    if (held.has(key)) {
      // A message cannot be hidden for longer than 12 hours, and may be told twice.
      held.set(key, handle);
      return [];
    }
    const found = parseJobKey(key)?.environment === environment ? await findJob(store, key) : undefined;
    if (found === undefined) {
      await messages.remove(handle);
      return [];
    }
    if (!isOurs(found.job)) {
      closed = true;
      await messages.hide([handle], 0);
      return [];
    }
    held.set(key, handle);
    return [found];
  };

  const wait = async (seconds: number, signal: AbortSignal): Promise<readonly never[]> => {
    await clock.until(clock.now() + seconds * 1000, signal).catch(() => {});
    return [];
  };

  const receive = async (seconds: number, signal: AbortSignal): Promise<readonly QueuedJob[]> => {
    if (closed) return wait(1, signal);
    // Without a queue there are no jobs, and the host ends as if it had been idle.
    const received = await messages.receive(seconds, signal).catch(() => wait(seconds, signal));
    // What cannot be looked at now comes again.
    const taken = await Promise.all(received.map((message) => take(message).catch(() => [])));
    return taken.flat().sort((a, b) => a.job.submitted - b.job.submitted);
  };

  const prolong = async (): Promise<void> => messages.hide([...held.values()], lease).catch(() => {});
  const timer = setInterval(prolong, (lease * 1000) / 3);

  return {
    receive: async (signal) => {
      const kept = early;
      early = [];
      return kept.length > 0 ? kept : receive(patience, signal);
    },
    note: async (job, progress) => {
      const isFirst = await putNote(store, keyOfJob(job), progress, host);
      if (!isFirst) held.delete(keyOfJob(job));
      return isFirst;
    },
    remove: async (job) => {
      const key = keyOfJob(job);
      await removeJob(store, key);
      const handle = held.get(key);
      if (handle !== undefined) await messages.remove(handle);
      held.delete(key);
    },
    isClosed: () => closed,
    hasMore: async (signal) => {
      early = closed ? [] : await receive(1, signal);
      return early.length > 0;
    },
    leave: async () => {
      clearInterval(timer);
      await messages.hide([...held.values()], 0);
    },
  };
}
