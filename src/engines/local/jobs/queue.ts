import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { JobQueue, Progress, QueuedJob } from '../../../environment/jobs/job-host.js';
import type { Job } from '../../../ports/jobs.js';
import { isDamaged } from '../../../ports/store-error.js';
import { put, read } from '../orchestrator/documents.js';
import { onChanges } from '../orchestrator/watch.js';
import { jobFile, jobsIn, type RunnerPlace } from './places.js';

/** Milliseconds that a job is waited for. */
const patience = 1_000;

/** The jobs of a runner, as files. */
export function queueIn(place: RunnerPlace, temporary: string): JobQueue {
  const given = new Set<string>();
  const noteFile = (id: string): string => join(place.notes, `${id}.json`);
  const fresh = (): readonly QueuedJob[] => {
    const ids = jobsIn(place).filter((id) => !given.has(id));
    const found = ids
      .map((id) => ({ job: readable<Job>(jobFile(place, id)), progress: readable<Progress>(noteFile(id)) }))
      .filter((found): found is typeof found & { readonly job: Job } => found.job !== undefined)
      .sort((a, b) => a.job.submitted - b.job.submitted);
    // Not before all could be read: who asks again is to get them.
    for (const id of ids) given.add(id);
    return found;
  };
  return {
    receive: (signal) =>
      new Promise((resolve, reject) => {
        const done = new AbortController();
        const end = (found: readonly QueuedJob[]) => {
          done.abort();
          resolve(found);
        };
        if (signal.aborted) return end([]);
        setTimeout(patience, undefined, { signal: AbortSignal.any([signal, done.signal]) }).then(
          () => end([]),
          () => end([]),
        );
        onChanges(place.queue, done.signal, () => {
          try {
            const found = fresh();
            if (found.length > 0) end(found);
          } catch (error) {
            done.abort();
            reject(error);
          }
        });
      }),
    note: async ({ id }, progress) => {
      await put(temporary, noteFile(id), progress);
      return true;
    },
    remove: async ({ id }) => {
      // The note last: without it the job would be begun again.
      rmSync(jobFile(place, id), { force: true });
      rmSync(noteFile(id), { force: true });
      given.delete(id);
    },
  };
}

/** A file that cannot be read goes: the state whose job it was hears nothing of it any more, and ends it by its heartbeat. */
function readable<Value>(file: string): Value | undefined {
  try {
    return read<Value>(file);
  } catch (error) {
    if (!isDamaged(error)) throw error;
    rmSync(file, { force: true });
    return undefined;
  }
}
