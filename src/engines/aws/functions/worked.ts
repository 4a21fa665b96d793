import { deploymentIn } from '../../../environment/deployment-in.js';
import type { StoreAddress } from '../../../ports/stacks.js';
import { work } from '../../../environment/worker/index.js';
import { objectOr } from '../../../language/json.js';
import type { Ports } from '../../../ports/index.js';
import { StatesError } from '../../../ports/states-error.js';
import type { Json, JsonObject } from '../../../source/document.js';

/** Does what the worker of one environment is called for. Refuses what is another's. */
export async function worked(
  request: Json,
  ports: Ports,
  store: StoreAddress,
  environment: string,
): Promise<JsonObject> {
  const named = deploymentIn(objectOr(request).payload);
  if (named?.environment !== environment) {
    const cause = `the worker of ${environment} was called for ${named?.environment ?? 'no deployment'}`;
    throw new StatesError('NotAllowed', cause);
  }
  return work(request, ports, store);
}
