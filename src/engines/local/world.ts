import type { World } from '../../environment/controller/world.js';
import type { Ports } from '../../ports/index.js';
import { createAssemblies } from './assemblies.js';
import { type Deployed, nothingDeployed } from './deployed.js';
import type { Engine } from './engine.js';
import { createJobs } from './jobs/index.js';
import { driverArn, storeAddress, workerArn, workerRoleArn } from './names.js';
import { createStacks } from './stacks/index.js';
import { createValues } from './values.js';

/** The world as one deployment sees it: its mocks stand for AWS, and its stacks may rehearse a failure. */
export function worldOf(engine: Engine, { mocks, rehearse }: Deployed): World & Ports {
  const { clock, events, folders, orchestrator, store } = engine;
  const stacks = createStacks({
    folder: folders.stacks,
    rehearse: (stack) => rehearse[stack],
    onMachine: (machine) => orchestrator.install(machine),
  });
  return {
    assemblies: createAssemblies(stacks),
    clock,
    events,
    identities: { is: async (by, principal) => by === principal, isSame: (by, other) => by === other },
    jobs: createJobs(folders, mocks),
    orchestrator,
    stacks,
    store,
    values: createValues(mocks),
    settings: {
      driver: driverArn,
      worker: workerArn,
      workerRole: workerRoleArn,
      permissionsBoundary: '',
      storeBucket: storeAddress.bucket,
      runnerProgram: 'none',
    },
  };
}

/** The world where no deployment is known yet: it has no mocks. */
export const worldOfNone = (engine: Engine): World => worldOf(engine, nothingDeployed);
