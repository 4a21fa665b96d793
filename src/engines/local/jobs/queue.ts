import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { JobQueue, Progress } from '../../../environment/jobs/job-host.js';
import type { Job } from '../../../ports/jobs.js';
import { isDamaged } from '../../../ports/store-error.js';
import { put, read } from '../orchestrator/documents.js';
import { jobsIn, type RunnerPlace } from './places.js';

/** Milliseconds between two looks, and how many there are before there is none. */
const pause = 50;
const looks = 20;

/** The jobs of a runner, as files. */
export function queueIn(place: RunnerPlace, temporary: string): JobQueue {
  const given = new Set<string>();
  const jobFile = (id: string): string => join(place.queue, `${id}.json`);
  const noteFile = (id: string): string => join(place.notes, `${id}.json`);
  return {
    receive: async (signal) => {
      for (let look = 0; look < looks && !signal.aborted; look++) {
        const fresh = jobsIn(place).filter((id) => !given.has(id));
        for (const id of fresh) given.add(id);
        if (fresh.length > 0) {
          return fresh
            .map((id) => ({ job: readable<Job>(jobFile(id)), progress: readable<Progress>(noteFile(id)) }))
            .filter((found): found is typeof found & { readonly job: Job } => found.job !== undefined)
            .sort((a, b) => a.job.submitted - b.job.submitted);
        }
        await setTimeout(pause, undefined, { signal }).catch(() => {});
      }
      return [];
    },
    note: ({ id }, progress) => put(temporary, noteFile(id), progress),
    remove: async ({ id }) => {
      // The note last: without it the job would be begun again.
      rmSync(jobFile(id), { force: true });
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
