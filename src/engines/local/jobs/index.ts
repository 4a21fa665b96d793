import { existsSync } from 'node:fs';
import { orRefused } from '../../../environment/refused.js';
import type { Jobs } from '../../../ports/jobs.js';
import type { Folders } from '../folders.js';
import type { Mocks } from '../mocks/mocks.js';
import { put, putNew } from '../orchestrator/documents.js';
import { createStore } from '../store/index.js';
import { jobFile, runnerPlace, runnersIn, temporaryIn } from './places.js';
import { keyOf, runnerOf } from './runner-of.js';

/** Puts jobs into the queues of runners, which `wantedRunners` tells of. */
export function createJobs({ jobs, stacks }: Pick<Folders, 'jobs' | 'stacks'>, mocks: Mocks): Jobs {
  const records = createStore(stacks);
  const temporary = temporaryIn(jobs);
  return {
    submit: (job) =>
      orRefused(jobs, async () => {
        const isQueued = runnersIn(jobs).some((key) => existsSync(jobFile(runnerPlace(jobs, key), job.id)));
        if (isQueued) return;
        const runner = await runnerOf(job, mocks, records);
        const place = runnerPlace(jobs, keyOf(job, runner));
        // Always the same, since its key is made of it.
        await put(temporary, place.settings, { ...runner });
        await putNew(temporary, jobFile(place, job.id), { ...job });
      }),
  };
}
