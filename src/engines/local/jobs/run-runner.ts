import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Runner } from '../../../environment/jobs/job-host.js';
import { runJobs } from '../../../environment/jobs/run-jobs.js';
import type { ObjectStore } from '../../../ports/object-store.js';
import { isDamaged } from '../../../ports/store-error.js';
import { deployedOf } from '../deployed.js';
import { runnerIn } from '../mocks/mocks.js';
import { openEngine } from '../open-engine.js';
import { read } from '../orchestrator/documents.js';
import { type Hold, hold } from '../store/lock.js';
import { removeLeftovers } from '../store/temporary.js';
import { worldOf } from '../world.js';
import { type RunnerPlace, runnerPlace, temporaryIn } from './places.js';
import { queueIn } from './queue.js';
import { nameOf } from './runner-of.js';

/**
 * Milliseconds between two heartbeats: so soon is a job ended that nobody waits for any more. States have at least a
 * second.
 */
const heartbeat = 500;
/** Milliseconds after which new lines of a log can be read. */
const logged = 200;

/** Does the jobs of a runner in this process, unless another one does. */
export async function runRunner(root: string, key: string, signal: AbortSignal): Promise<void> {
  const opened = openEngine(root);
  const { jobs } = opened.folders;
  const place = runnerPlace(jobs, key);
  const runner = settingsIn(place);
  if (runner === undefined) return;
  const held = hold(place.lock);
  if (held === undefined) return;
  const engine = { ...opened, store: whileOurs(opened.store, held) };
  removeLeftovers(temporaryIn(jobs));
  const queue = queueIn(place, temporaryIn(jobs));
  const removed = new AbortController();
  await runJobs(
    {
      ...engine,
      runner,
      heartbeat,
      logged,
      queue: {
        ...queue,
        receive: async (until) => {
          const received = await queue.receive(until);
          // Somebody may have removed the root, and another one may be there now, with runners of its own.
          if (held.isOurs()) return received;
          removed.abort();
          return [];
        },
      },
      workplace: async (job) => {
        const { environment, distribution, deployment } = job;
        const deployed = await deployedOf(engine.store, { environment, name: distribution.name, deployment });
        return { ports: worldOf(engine, deployed), path: runnerIn(deployed.mocks, nameOf(job))?.Path ?? [] };
      },
    },
    AbortSignal.any([signal, removed.signal]),
  );
}

/** A store that takes nothing new when the root was removed: the end of a log would make it anew. */
const whileOurs = (store: ObjectStore, { isOurs }: Hold): ObjectStore => ({
  ...store,
  putIfAbsent: async (key, body) => {
    if (!isOurs()) throw new Error('the store was removed');
    return store.putIfAbsent(key, body);
  },
});

/** A runner whose settings cannot be read goes, with its jobs: their states end them by their heartbeats. */
function settingsIn({ settings }: RunnerPlace): Runner | undefined {
  try {
    return read<Runner>(settings);
  } catch (error) {
    if (!isDamaged(error)) throw error;
    rmSync(dirname(settings), { recursive: true, force: true });
    return undefined;
  }
}
