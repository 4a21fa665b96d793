import { join } from 'node:path';
import { orRefused } from '../../../environment/refused.js';
import type { Jobs } from '../../../ports/jobs.js';
import type { Folders } from '../folders.js';
import type { Mocks } from '../mocks/mocks.js';
import { put, putNew } from '../orchestrator/documents.js';
import { createStore } from '../store/index.js';
import { runnerPlace, temporaryIn } from './places.js';
import { keyOf, runnerOf } from './runner-of.js';

/** Puts jobs into the queues of runners, which `wantedRunners` tells of. */
export function createJobs({ jobs, stacks }: Pick<Folders, 'jobs' | 'stacks'>, mocks: Mocks): Jobs {
  const records = createStore(stacks);
  const temporary = temporaryIn(jobs);
  return {
    submit: (job) =>
      orRefused(jobs, async () => {
        const runner = await runnerOf(job, mocks, records);
        const place = runnerPlace(jobs, keyOf(job, runner));
        // Always the same, since its key is made of it.
        await put(temporary, place.settings, { ...runner });
        await putNew(temporary, join(place.queue, `${job.id}.json`), { ...job });
      }),
  };
}
