import type { DeploymentName } from '../keys.js';
import { advance } from './advance.js';
import type { World } from './world.js';

/**
 * The execution of a deployment's plan has ended; its input says which deployment it is of (`Payload`). May be told twice,
 * or too early.
 */
export const executionEnded = (world: World, named: DeploymentName): Promise<void> => advance(world, named);
