import { deploymentIn } from '../deployment-in.js';
import { advance } from './advance.js';
import type { World } from './world.js';

/**
 * An execution has ended. If it is that of a deployment's plan, or drives a deployment, which its input tells, what is then
 * left to do is done. May be told twice, or too early.
 */
export async function executionEnded(world: World, execution: string): Promise<void> {
  const named = deploymentIn((await world.orchestrator.describe(execution))?.input);
  if (named !== undefined) await advance(world, named);
}
