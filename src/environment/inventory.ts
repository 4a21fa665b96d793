import satisfies from 'semver/functions/satisfies.js';
import type { ObjectStore } from '../ports/object-store.js';
import { readDocument, updateDocument } from './documents.js';
import { inventoryKey, inventoryPrefix, nameBehind } from './keys.js';
import type { Deployment, Inventory } from './records.js';

/** Undefined when the distribution does not run in the environment. */
export const readInventory = (
  store: ObjectStore,
  environment: string,
  name: string,
): Promise<Inventory | undefined> => readDocument<Inventory>(store, inventoryKey(environment, name));

/** Names of the distributions that run in an environment. */
export async function inventoryNames(store: ObjectStore, environment: string): Promise<readonly string[]> {
  const prefix = inventoryPrefix(environment);
  return (await store.list(prefix)).map((key) => nameBehind(prefix, key));
}

/** What runs in an environment, by the names of distributions. */
export async function listInventory(
  store: ObjectStore,
  environment: string,
): Promise<ReadonlyMap<string, Inventory>> {
  const names = await inventoryNames(store, environment);
  const found = await Promise.all(names.map((name) => readInventory(store, environment, name)));
  return new Map(names.flatMap((name, index) => (found[index] ? [[name, found[index]] as const] : [])));
}

/** What runs, as the record of a deployment that begins has it. */
export async function runningVersion(
  store: ObjectStore,
  environment: string,
  name: string,
): Promise<Deployment['previous']> {
  const running = await readInventory(store, environment, name);
  return running && { version: running.version, id: running.id, deployment: running.deployment };
}

/** Puts what a deployment that succeeded brought, unless a later one has done so. */
export async function putInventory(store: ObjectStore, record: Deployment): Promise<void> {
  const { environment, name, version, id, deployment, previous, requested } = record;
  const { outputs = {}, dependencies = {} } = record;
  const inventory = {
    version,
    id,
    outputs,
    since: record.ended!,
    by: requested.by,
    deployment,
    dependencies,
  };
  await updateDocument<Inventory>(store, inventoryKey(environment, name), (current) =>
    current === undefined || current.deployment === previous?.deployment ? inventory : current,
  );
}

/** Those that depend on a distribution and would not take a version of it, or not do without it. */
export async function dependants(
  store: ObjectStore,
  environment: string,
  name: string,
  version: string | undefined,
): Promise<readonly Dependant[]> {
  return [...(await listInventory(store, environment))].flatMap(
    ([dependant, { dependencies, version: own }]) => {
      const range = dependencies[name];
      const isMet = range === undefined || (version !== undefined && satisfies(version, range));
      return isMet ? [] : [{ name: dependant, version: own, range }];
    },
  );
}

export interface Dependant {
  readonly name: string;
  readonly version: string;
  /** The range of versions that it takes. */
  readonly range: string;
}
