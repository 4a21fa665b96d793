import { objectOr } from '../../language/json.js';
import { parseRequestKey, requestKey } from '../keys.js';
import { advance } from './advance.js';
import type { World } from './world.js';

/**
 * An execution has ended. If it is that of a deployment's plan, which its input tells, the deployment's driver hears of it.
 * May be told twice, or too early.
 */
export async function executionEnded(world: World, execution: string): Promise<void> {
  const { environment, distribution, deployment } = objectOr(
    (await world.orchestrator.describe(execution))?.input,
  );
  const { name } = objectOr(distribution);
  const { id } = objectOr(deployment);
  // Others may begin with anything.
  const named = parseRequestKey(requestKey(String(environment), String(name), String(id)));
  if (named !== undefined) await advance(world, named);
}
