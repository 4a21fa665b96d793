import { parseDecisionKey, parseRequestKey } from '../keys.js';
import type { Act } from '../records.js';
import { receiveDecision } from './receive-decision.js';
import { receiveRequest } from './receive-request.js';
import type { World } from './world.js';

/**
 * A request or a decision was put, by whom and when. It may be received any number of times; other keys are ignored. False
 * when there is no such object.
 */
export async function receive(world: World, key: string, act: Act): Promise<boolean> {
  const stored = await world.store.get(key);
  if (stored === undefined) return false;
  const request = parseRequestKey(key);
  const decision = parseDecisionKey(key);
  if (request !== undefined) await receiveRequest(world, request, stored.body, act);
  if (decision !== undefined) await receiveDecision(world, decision, stored.body, act);
  return true;
}
