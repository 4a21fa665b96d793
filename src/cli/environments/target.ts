import { type Problem, problem } from '../../diagnostics/problem.js';
import { nearest } from '../../diagnostics/suggest.js';
import { createEnvironment, readEnvironment } from '../../environment/environments.js';
import type { Environment } from '../../environment/records.js';
import { StoreError } from '../../ports/store-error.js';
import { say } from '../report.js';
import { environmentOf } from './environment-names.js';
import { newEnvironment } from './new-environment.js';
import type { Place } from './place.js';

/**
 * The environment that is deployed to; where there is none and a deployment makes it, what it is to be. Throws a
 * `StoreError` when there is none otherwise, or when the name looks misspelt.
 */
export async function targetOf(place: Place, name: string): Promise<Environment> {
  const { store, command, making, registered } = place;
  if (!making.byDeploying) return environmentOf(place, name);
  const found = await readEnvironment(store, name);
  if (found !== undefined) return found;
  if ((await place.namesEver()).includes(name)) throw new StoreError(removed(place, name));
  const near = nearest(name, [...(await place.names()), ...registered]);
  // Where some are registered, one that is not would be made here, and nothing deployed where it was meant to be.
  if (near !== undefined || registered.length > 0) {
    const make = `make it: \`${command('env', 'create', name)}\``;
    const help =
      near === undefined
        ? `${make}, or name one of those in environments.yaml: ${registered.join(', ')}`
        : `did you mean \`${near}\`? If not, ${make}`;
    throw new StoreError(problem('PLAN7021', { file: place.name }, { environment: name }, { help }));
  }
  return newEnvironment(place, name, { kind: 'test', concurrency: 'queue', approvals: 0 });
}

/** One that was removed is not made again without a word: it may have been production. */
function removed({ name: file, command }: Place, environment: string): Problem {
  const again = command('env', 'create', environment);
  const help = `it was removed; make it again: \`${again}\`, with \`--kind production\` and \`--approvals\` if it had them`;
  return problem('PLAN7021', { file }, { environment }, { help });
}

/** Makes the environment that is deployed to, where it is not there yet. */
export async function established(place: Place, environment: Environment): Promise<void> {
  const { store, name, options, terminal, making } = place;
  if (making.byDeploying && (await createEnvironment(store, environment)))
    say(`made the environment ${environment.name}, for tests, in ${name}`, options, terminal);
}
