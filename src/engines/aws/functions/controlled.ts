import { advance } from '../../../environment/controller/advance.js';
import { type ControlRequest, control } from '../../../environment/controller/control.js';
import { receive } from '../../../environment/controller/receive.js';
import { sweep } from '../../../environment/controller/sweep.js';
import { parseDecisionKey, parseRequestKey } from '../../../environment/keys.js';
import { StatesError } from '../../../ports/states-error.js';
import type { AwsWorld } from '../world.js';
import type { ControllerEvent } from './events.js';

/** Does what the controller of one environment is called for. Refuses what is another's. */
export async function controlled(
  event: ControllerEvent,
  { environment, world, attend }: Pick<AwsWorld, 'environment' | 'world' | 'attend'>,
): Promise<Awaited<ReturnType<typeof control>>> {
  const own = <T extends { readonly environment: string }>(named: T | undefined): T => {
    if (named?.environment === environment) return named;
    const cause = `the controller of ${environment} was called for ${named?.environment ?? 'no environment'}`;
    throw new StatesError('NotAllowed', cause);
  };
  if ('put' in event) {
    const { key, by, at } = event.put;
    own(parseRequestKey(key) ?? parseDecisionKey(key));
    await receive(world, key, { by, at });
  } else if ('ended' in event) {
    await advance(world, own(event.of));
  } else if ('sweep' in event) {
    complain([...(await sweep(world, environment)), ...(await attend())]);
  } else {
    return control({ ...event, input: own(event.input) } satisfies ControlRequest, world);
  }
  return {};
}

function complain(troubles: readonly unknown[]): void {
  if (troubles.length > 0)
    throw new AggregateError(troubles, troubles.map((trouble) => String(trouble)).join('; '));
}
