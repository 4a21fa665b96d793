import { control } from '../../environment/controller/control.js';
import { deployingMachine } from '../../environment/controller/machine.js';
import type { World } from '../../environment/controller/world.js';
import type { DeploymentName } from '../../environment/keys.js';
import { work } from '../../environment/worker/index.js';
import { objectOr } from '../../language/json.js';
import type { Clock } from '../../ports/clock.js';
import type { Events } from '../../ports/events.js';
import type { ObjectStore } from '../../ports/object-store.js';
import type { Json } from '../../source/document.js';
import { systemClock } from './clock.js';
import { type Deployed, deployedOf } from './deployed.js';
import { createEvents } from './events.js';
import { type Folders, foldersOf } from './folders.js';
import type { Tasks } from './interpreter/run.js';
import { controllerArn, driverArn, driverName, storeAddress, workerArn } from './names.js';
import { createOrchestrator, type LocalOrchestrator } from './orchestrator/index.js';
import { createStore } from './store/index.js';
import { createTasks } from './tasks.js';
import { worldOf } from './world.js';

/** All that is below the root of a local engine. */
export interface Engine {
  readonly folders: Folders;
  readonly clock: Clock;
  readonly events: Events;
  readonly orchestrator: LocalOrchestrator;
  readonly random: () => number;
  readonly store: ObjectStore;
}

/** Opens what is below a root; a folder that is not there yet is made when something is written. */
export function openEngine(root: string): Engine {
  const folders = foldersOf(root);
  const store = createStore(folders.store);
  const engine: Engine = {
    folders,
    store,
    clock: systemClock,
    random: Math.random,
    events: createEvents(folders.events, systemClock),
    orchestrator: createOrchestrator({
      folder: folders.engine,
      clock: systemClock,
      random: Math.random,
      tasks: { run: (call) => tasksOf(engine, call.execution).then((tasks) => tasks.run(call)) },
    }),
  };
  return engine;
}

/** The machine that drives deployments has to be there before the first one. */
export const installDriver = ({ orchestrator }: Engine): Promise<void> =>
  orchestrator.install({
    arn: driverArn,
    name: driverName,
    definition: JSON.stringify(deployingMachine(controllerArn)),
  });

/** The world as a deployment sees it. */
export const worldFor = async (engine: Engine, named: DeploymentName): Promise<World> =>
  worldOf(engine, await deployedOf(engine.store, named));

/** The world where no deployment is known yet: it has no mocks. */
export const worldOfNone = (engine: Engine): World => worldOf(engine, { mocks: {}, types: {}, rehearse: {} });

async function tasksOf(engine: Engine, execution: string): Promise<Tasks> {
  const deployed = await deployedBy(engine, execution);
  const world = worldOf(engine, deployed);
  return createTasks({
    ...deployed,
    answer: engine.orchestrator.answer,
    functions: {
      [workerArn]: (request) => work(request, world, storeAddress),
      [controllerArn]: (request) =>
        control(request as never, world).then((result) => ({ ...result }) as Json),
    },
    executions: {
      orchestrator: engine.orchestrator,
      pause: (signal) => engine.clock.until(engine.clock.now() + 200, signal),
    },
  });
}

const known = new Map<string, Promise<Deployed>>();

/** Read once for each execution: what it is of does not change. */
function deployedBy(engine: Engine, execution: string): Promise<Deployed> {
  const found = known.get(execution) ?? readDeployed(engine, execution);
  known.set(execution, found);
  return found;
}

/** Both the driver's input and a plan's payload say which deployment they are of. */
async function readDeployed({ orchestrator, store }: Engine, execution: string): Promise<Deployed> {
  const input = objectOr((await orchestrator.describe(execution))?.input);
  const { environment, name = objectOr(input.distribution).name, deployment } = input;
  const id = typeof deployment === 'string' ? deployment : objectOr(deployment).id;
  return deployedOf(store, {
    environment: String(environment),
    name: String(name),
    deployment: String(id),
  });
}
