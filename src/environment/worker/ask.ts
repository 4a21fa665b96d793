import { timestamp } from '../../ports/clock.js';
import type { Question, RunContext } from '../../states/run-context.js';
import { createDocument } from '../documents.js';
import { waitingKey } from '../keys.js';
import type { Deployment, Waiting } from '../records.js';
import { tell } from '../tell.js';

/** Lets an approval wait for a decision, with the task token that the decision answers. */
export async function ask(
  { message, approvers, notify }: Question,
  { state, iteration, entry, retry, payload, ports }: RunContext<never>,
  record: Deployment,
  token: string,
): Promise<void> {
  const { environment, distribution, deployment } = payload;
  const keyOf = (asked: number) =>
    waitingKey(environment, distribution.name, deployment.id, `${entry}-${asked}`);
  const waiting: Waiting = {
    state,
    iteration,
    token,
    message,
    since: timestamp(ports.clock),
    approvers,
    needed: 1,
  };
  // The token that was asked with before is no longer good for anything.
  if (retry > 0) await ports.store.delete(keyOf(retry - 1));
  if (await ports.store.has(keyOf(retry))) return;
  const { needed } = waiting;
  const more = { state, iteration, message, approvers, needed, ...(notify !== undefined && { notify }) };
  // Before it waits: called again, it would find that, and nobody would hear of it.
  await tell(ports, record, 'waiting for approval', more);
  await createDocument(ports.store, keyOf(retry), waiting);
}
