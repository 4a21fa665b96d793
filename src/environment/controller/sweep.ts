import { isDamaged, StoreError } from '../../ports/store-error.js';
import { deploymentOf, driverName, hasEnded, readDeployment } from '../deployments.js';
import { readDocument } from '../documents.js';
import { locksPrefix, nameBehind, openKey, openPrefix, parseOpenKey, requestKey } from '../keys.js';
import type { Lock, Open } from '../records.js';
import { advance } from './advance.js';
import { endDamaged } from './end-damaged.js';
import { passLock } from './finish.js';
import { receive } from './receive.js';
import type { World } from './world.js';

/**
 * Goes on with everything in an environment that has not come to its end, as far as it stands still: what was told of it
 * may have been lost, or what worked on it has ended. Safe at any time. Gives what kept it from some.
 */
export async function sweep(world: World, environment: string): Promise<readonly unknown[]> {
  const { store } = world;
  const troubles: unknown[] = [];
  const attempt = (work: Promise<void>) => work.catch((trouble: unknown) => void troubles.push(trouble));
  for (const key of await store.list(openPrefix(environment))) await attempt(goOn(world, key));
  for (const key of await store.list(locksPrefix(environment))) await attempt(free(world, environment, key));
  return troubles;
}

async function goOn(world: World, key: string): Promise<void> {
  const named = parseOpenKey(key);
  const open = named && (await readDocument<Open>(world.store, key));
  if (named === undefined || open === undefined) return;
  const { retries, ...which } = named;
  const { environment, name, deployment } = which;
  const act = { by: open.by, at: open.at };
  const record = await readDeployment(world.store, which).catch(damageOf);
  if (record instanceof StoreError) await endDamaged(world, named, act, record);
  // Left over from before a retry: the end of that attempt was told, or there could be no other.
  else if (record !== undefined && key !== openKey(environment, name, driverName(record)))
    await world.store.delete(key);
  else if (retries > 0) await advance(world, which);
  else await receive(world, requestKey(environment, name, deployment), act);
}

/** Takes the lock from one that does not go on, of which nothing is left to do. */
async function free(world: World, environment: string, key: string): Promise<void> {
  const name = nameBehind(locksPrefix(environment), key);
  const lock = await readDocument<Lock>(world.store, key);
  if (lock?.holder === undefined) return;
  if (await world.store.has(openKey(environment, name, lock.holder))) return;
  const deployment = deploymentOf(lock.holder);
  const record = await readDeployment(world.store, { environment, name, deployment }).catch(damageOf);
  const isLive = record !== undefined && !(record instanceof StoreError) && !hasEnded(record);
  if (isLive && driverName(record) === lock.holder) return;
  const next = await passLock(world, { environment, name }, lock.holder);
  if (next !== undefined) await advance(world, next);
}

function damageOf(error: unknown): StoreError {
  if (isDamaged(error)) return error;
  throw error;
}
