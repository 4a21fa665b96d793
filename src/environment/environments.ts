import type { ObjectStore } from '../ports/object-store.js';
import { StatesError } from '../ports/states-error.js';
import { createDocument, readDocument } from './documents.js';
import { environmentKey, environmentsPrefix, openPrefix, parseOpenKey } from './keys.js';
import type { Environment } from './records.js';

/** False when there is an environment of that name already, which stays as it is. */
export const createEnvironment = (store: ObjectStore, environment: Environment): Promise<boolean> =>
  createDocument(store, environmentKey(environment.name), environment);

/** Undefined when there is none of that name. */
export const readEnvironment = (store: ObjectStore, name: string): Promise<Environment | undefined> =>
  readDocument<Environment>(store, environmentKey(name));

/** Throws a `StatesError` when there is none of that name. */
export async function environmentOf(store: ObjectStore, name: string): Promise<Environment> {
  const found = await readEnvironment(store, name);
  if (found !== undefined) return found;
  const cause = `there is no environment ${name}; create it with \`plancc env create ${name}\``;
  throw new StatesError('UnknownEnvironment', cause);
}

/** Names of environments, in their order. What they are may be damaged. */
export async function environmentNames(store: ObjectStore): Promise<readonly string[]> {
  const names = await store.folders(environmentsPrefix);
  // Of one that was removed, its history stays.
  const isThere = await Promise.all(names.map((name) => store.has(environmentKey(name))));
  return names.filter((_, index) => isThere[index]);
}

/** The ids of what has not come to its end in an environment. */
export const openIn = async (store: ObjectStore, environment: string): Promise<readonly string[]> =>
  (await store.list(openPrefix(environment))).flatMap((key) => parseOpenKey(key)?.deployment ?? []);

/**
 * Takes deployments to an environment no more. Its history and inventory stay, and so does what runs in it. Gives the ids
 * of what goes on in it: then nothing is removed.
 */
export async function removeEnvironment(store: ObjectStore, name: string): Promise<readonly string[]> {
  const open = await openIn(store, name);
  if (open.length === 0) await store.delete(environmentKey(name));
  return open;
}
