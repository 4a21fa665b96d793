import { type ControlRequest, control } from '../../environment/controller/control.js';
import { deploymentIn } from '../../environment/deployment-in.js';
import { work } from '../../environment/worker/index.js';
import type { Json } from '../../source/document.js';
import { deployedOf, nothingDeployed } from './deployed.js';
import type { Engine } from './engine.js';
import { createItems } from './items.js';
import { controllerArn, driverMachine, storeAddress, workerArn } from './names.js';
import type { Means } from './orchestrator/continue.js';
import { partsOf } from './orchestrator/places.js';
import { createTasks } from './tasks.js';
import { whenPossible } from './when-possible.js';
import { worldOf } from './world.js';

/** Milliseconds between two looks at an execution that another one waits for. */
const looking = 200;

/** What an execution works with, in the world of its deployment. */
export async function meansOf(engine: Engine, execution: string): Promise<Means> {
  const { clock, orchestrator, store } = engine;
  const named = deploymentIn((await orchestrator.describe(execution))?.input);
  const deployed = named === undefined ? nothingDeployed : await deployedOf(store, named);
  const world = worldOf(engine, deployed);
  const tasks = createTasks({
    // States of the machine that drives deployments are not the plan's to mock.
    mocks: partsOf(execution).machine === driverMachine ? {} : deployed.mocks,
    types: deployed.types,
    answer: orchestrator.answer,
    functions: {
      [workerArn]: (request) => whenPossible(() => work(request, world, storeAddress), clock),
      // Only the machine that drives deployments knows this function.
      [controllerArn]: (request) =>
        whenPossible(
          async () => ({ ...(await control(request as unknown as ControlRequest, world)) }) as Json,
          clock,
        ),
    },
    executions: {
      orchestrator,
      pause: (signal) => clock.until(clock.now() + looking, signal),
    },
  });
  return { tasks, items: createItems(deployed.mocks) };
}
