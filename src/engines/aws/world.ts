import type { World } from '../../environment/controller/world.js';
import type { StoreAddress } from '../../ports/stacks.js';
import { systemClock } from '../system-clock.js';
import { type As, createActing } from './acting.js';
import type { Clients } from './clients.js';
import { createEvents } from './events/index.js';
import { type Given, type VariableIn, variableIn } from './functions/variables.js';
import { createIdentities } from './identities.js';
import { attendJobs } from './jobs/attend.js';
import type { AttendWorld } from './jobs/attend-runner.js';
import { endOfTask } from './jobs/end-of-task.js';
import { createJobs, type JobsWorld } from './jobs/index.js';
import { launch } from './jobs/launch.js';
import { createOrchestrator } from './orchestrator/index.js';
import { planRole } from './plan-role.js';
import { createStacks } from './stacks/index.js';
import { createStore } from './store/index.js';
import { storeAddress } from './store-address.js';
import { createValues } from './values/index.js';

/** One environment in AWS. */
export interface AwsWorld {
  readonly environment: string;
  readonly world: World;
  readonly address: StoreAddress;
  /** Sees to jobs that no host works on. Gives what kept it from some. */
  readonly attend: () => Promise<readonly unknown[]>;
}

/**
 * The world of a function, after its environment variables. `clients` makes those of AWS, `execution` is the one that is worked
 * for. Throws when a variable is missing.
 */
export async function worldOf(
  given: Given,
  clients: (as: As) => Clients,
  execution?: string,
): Promise<AwsWorld> {
  const the = variableIn(given);
  const environment = the('environment');
  const own = clients({});
  const [s3, sfn, iam, sqs, ecs] = await Promise.all([own.s3(), own.sfn(), own.iam(), own.sqs(), own.ecs()]);
  const [, , , region = '', account = ''] = the('driver').split(':');
  const address = storeAddress(the('store'), region);
  const store = createStore(s3, address.bucket);
  const orchestrator = createOrchestrator(sfn);
  const acting = createActing({
    environment,
    clients,
    planRole: async () => {
      if (execution === undefined) throw new Error('no plan is worked for');
      return planRole(sfn, execution);
    },
  });
  const place = { cluster: the('cluster'), network: networkOf(the) };
  const jobs: AttendWorld & JobsWorld = {
    store,
    clock: systemClock,
    orchestrator,
    sqs,
    runner: { Queue: the('runnerQueue'), TaskDefinition: the('runnerTask') },
    launch: (runner, token) => launch(ecs, place, runner, token),
    endOfTask: (task) => endOfTask(ecs, place.cluster, task),
  };
  return {
    environment,
    address,
    attend: () => attendJobs(jobs, environment),
    world: {
      clock: systemClock,
      events: createEvents(acting, the('topic')),
      identities: createIdentities(iam),
      jobs: createJobs(jobs),
      orchestrator,
      stacks: createStacks({
        acting,
        home: { ...address, account, region, store },
        stackRole: the('stackRole'),
      }),
      store,
      values: createValues(acting),
      settings: {
        driver: the('driver'),
        worker: the('worker'),
        workerRole: the('workerRole'),
        permissionsBoundary: the('permissionsBoundary'),
        storeBucket: address.bucket,
        runnerProgram: the('runnerProgram'),
      },
    },
  };
}

/** Of runners that say nothing themselves. */
function networkOf(the: VariableIn) {
  const listed = (text: string): readonly string[] => text.split(',').filter((item) => item !== '');
  return {
    Subnets: listed(the('subnets')),
    SecurityGroups: listed(the('securityGroups')),
    AssignPublicIp: the('assignPublicIp') === 'ENABLED' ? ('ENABLED' as const) : ('DISABLED' as const),
  };
}
