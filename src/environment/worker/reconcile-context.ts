import { hash } from 'node:crypto';
import type { StoreAddress } from '../../ports/stacks.js';
import type { ReconcileContext, RunContext } from '../../states/run-context.js';
import { readInventory } from '../inventory.js';
import type { Attempt } from '../records.js';
import { resolveSecrets } from '../secrets.js';
import { filesOf } from './files.js';
import type { Trusted } from './trusted.js';

/** One call of the worker for a state that it makes so. */
export interface Call extends Trusted {
  readonly context: RunContext<never>;
  readonly store: StoreAddress;
}

/** What a type is given for one attempt. Every secret that it asks for is put into `secrets`. */
export function reconcileContext(
  { record, context, store }: Call,
  { number }: Attempt,
  isOverdue: boolean,
  secrets: string[],
): ReconcileContext<never> {
  const { payload, ports, entry } = context;
  const { environment, distribution, deployment } = payload;
  return {
    ...context,
    token: `${deployment.id}-${hash('sha256', `${entry} ${number}`).slice(0, 32)}`,
    isOverdue,
    files: async (place) => {
      const home = { ...store, store: ports.store };
      return filesOf(distribution, home, place && (await ports.stacks.storeFor?.(place)));
    },
    inventory: (name) => readInventory(ports.store, environment, name),
    resolved: async (value) => {
      const resolved = await resolveSecrets(value, record, ports);
      secrets.push(...resolved.secrets);
      return resolved.value;
    },
  };
}
