import satisfies from 'semver/functions/satisfies.js';
import type { ObjectStore } from '../ports/object-store.js';
import { StatesError } from '../ports/states-error.js';
import type { JsonObject } from '../source/document.js';
import { hasChanged, hasEnded, newestDeployment } from './deployments.js';
import { forAll } from './for-all.js';
import { readInventory } from './inventory.js';

/**
 * The outputs of the distributions that a plan depends on, by ranges of their versions. Throws a `StatesError` that
 * names those which do not run in the environment, in another version, or as their last deployment left them half done.
 */
export async function resolveDependencies(
  store: ObjectStore,
  environment: string,
  ranges: { readonly [name: string]: string },
): Promise<{ readonly [name: string]: JsonObject }> {
  const found: { [name: string]: JsonObject } = {};
  await forAll(Object.entries(ranges), async ([name, range]) => {
    found[name] = await outputsOf(store, environment, name, range);
  });
  return found;
}

async function outputsOf(
  store: ObjectStore,
  environment: string,
  name: string,
  range: string,
): Promise<JsonObject> {
  // What goes on may yet succeed.
  const last = await newestDeployment(
    store,
    environment,
    name,
    (record) => hasChanged(record) && hasEnded(record),
  );
  const running = await readInventory(store, environment, name);
  if (last !== undefined && last.status !== 'succeeded') {
    throw new StatesError(
      'DependencyFailed',
      `the last deployment of ${name} to ${environment}, ${last.deployment} of version ${last.version}, ${last.status === 'failed' ? 'failed' : `was ${last.status}`}; deploy or roll back ${name} first`,
    );
  }
  if (running === undefined) {
    throw new StatesError(
      'DependencyMissing',
      `${name} is not deployed to ${environment} in this store; deploy a version in the range ${range} first`,
    );
  }
  if (!satisfies(running.version, range)) {
    throw new StatesError(
      'DependencyVersion',
      `${name} ${running.version} runs in ${environment}, which is not in the range ${range}; deploy a version that is, or change the range`,
    );
  }
  return running.outputs;
}
