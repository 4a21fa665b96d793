import { problem } from '../../diagnostics/problem.js';
import { nearest } from '../../diagnostics/suggest.js';
import { createEnvironment, environmentNames, readEnvironment } from '../../environment/environments.js';
import type { Environment } from '../../environment/records.js';
import { StoreError } from '../../ports/store-error.js';
import { say } from '../report.js';
import { newEnvironment } from './env.js';
import type { Place } from './place.js';

/**
 * The environment that is deployed to; where there is none, what it is to be. Throws a `StoreError` when the name looks
 * misspelt.
 */
export async function targetOf(place: Place, name: string): Promise<Environment> {
  const { store, folder, command } = place;
  const found = await readEnvironment(store, name);
  if (found !== undefined) return found;
  const near = nearest(name, await environmentNames(store));
  if (near !== undefined) {
    const help = `did you mean \`${near}\`? If not, make it: \`${command('env', 'create', name)}\``;
    throw new StoreError(problem('PLAN7021', { file: folder }, { environment: name }, { help }));
  }
  return newEnvironment(name, { kind: 'test', concurrency: 'queue', approvals: 0 });
}

/** Makes the environment that is deployed to, where it is not there yet. */
export async function established(place: Place, environment: Environment): Promise<void> {
  const { store, folder, options, terminal } = place;
  if (await createEnvironment(store, environment))
    say(`made the environment ${environment.name}, for tests, in ${folder}`, options, terminal);
}
