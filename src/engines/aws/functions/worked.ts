import { deploymentIn } from '../../../environment/deployment-in.js';
import { work } from '../../../environment/worker/index.js';
import { objectOr } from '../../../language/json.js';
import { StatesError } from '../../../ports/states-error.js';
import type { Json, JsonObject } from '../../../source/document.js';
import type { AwsWorld } from '../world.js';

/** Does what the worker of one environment is called for. Refuses what is another's. */
export async function worked(
  request: Json,
  { environment, world, address }: Pick<AwsWorld, 'environment' | 'world' | 'address'>,
): Promise<JsonObject> {
  const named = deploymentIn(objectOr(request).payload);
  if (named?.environment !== environment) {
    const cause = `the worker of ${environment} was called for ${named?.environment ?? 'no deployment'}`;
    throw new StatesError('NotAllowed', cause);
  }
  return work(request, world, address);
}
