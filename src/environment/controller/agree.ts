import { timestamp } from '../../ports/clock.js';
import { updateDocument } from '../documents.js';
import { environmentApproval, waitingKey } from '../keys.js';
import type { Waiting } from '../records.js';
import { tell } from '../tell.js';
import { liveRecord, type StepInput } from './step.js';
import type { World } from './world.js';

/** Asks others than the requester for their approval, because the environment demands it of every deployment. */
export async function agree(world: World, input: StepInput, token: string): Promise<void> {
  const { environment, name, deployment } = input;
  const record = await liveRecord(world, input);
  const { version, action, requested } = record;
  const message = `${requested.by} wants to ${action} ${name} ${version} to ${environment}`;
  const needed = input.prepared!.approvals;
  await tell(world, record, 'waiting for approval', { message, needed });
  const since = timestamp(world.clock);
  const waiting: Waiting = { iteration: [], token, message, since, approvers: [], needed };
  // Called again, it keeps those who have approved.
  await updateDocument<Waiting>(
    world.store,
    waitingKey(environment, name, deployment, environmentApproval),
    (current) => (current ? { ...current, token } : waiting),
  );
}
