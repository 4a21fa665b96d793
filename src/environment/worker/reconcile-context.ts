import { hash } from 'node:crypto';
import type { ReconcileContext, RunContext } from '../../states/run-context.js';
import { readDocument } from '../documents.js';
import { deploymentKey, inventoryKey } from '../keys.js';
import type { Attempt, Deployment, Inventory } from '../records.js';
import { resolveSecrets } from '../secrets.js';
import { filesOf, type StoreAddress } from './files.js';
import type { WorkRequest } from './request.js';

/** One call of the worker for a state that it makes so. */
export interface Call {
  readonly asked: WorkRequest;
  readonly context: RunContext<never>;
  readonly store: StoreAddress;
}

/** What a type is given for one attempt. Every secret that it asks for is put into `secrets`. */
export function reconcileContext(
  { context, store }: Call,
  { number }: Attempt,
  secrets: string[],
): ReconcileContext<never> {
  const { payload, ports, entry } = context;
  const { environment, distribution, deployment } = payload;
  const record = deploymentKey(environment, distribution.name, deployment.id);
  return {
    ...context,
    token: `${deployment.id}-${hash('sha256', `${entry} ${number}`).slice(0, 32)}`,
    files: () => filesOf(distribution, ports.store, store),
    inventory: (name) => readDocument<Inventory>(ports.store, inventoryKey(environment, name)),
    resolved: async (value) => {
      const found = (await readDocument<Deployment>(ports.store, record)) ?? {};
      const resolved = await resolveSecrets(value, found, ports);
      secrets.push(...resolved.secrets);
      return resolved.value;
    },
  };
}
