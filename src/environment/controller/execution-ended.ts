import { isObject, objectOr } from '../../language/json.js';
import { parseRequestKey, requestKey } from '../keys.js';
import { advance } from './advance.js';
import type { World } from './world.js';

/**
 * An execution has ended. If it is that of a deployment's plan, or drives a deployment, which its input tells, what is then
 * left to do is done. May be told twice, or too early.
 */
export async function executionEnded(world: World, execution: string): Promise<void> {
  const { environment, distribution, deployment, name } = objectOr(
    (await world.orchestrator.describe(execution))?.input,
  );
  const id = isObject(deployment) ? deployment.id : deployment;
  const key = requestKey(String(environment), String(name ?? objectOr(distribution).name), String(id));
  // Others may begin with anything.
  const named = parseRequestKey(key);
  if (named !== undefined) await advance(world, named);
}
