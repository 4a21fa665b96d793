import { problem } from '../../diagnostics/problem.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import { readEnvironment } from '../../environment/environments.js';
import type { Environment } from '../../environment/records.js';
import { StoreError } from '../../ports/store-error.js';
import type { Place } from './place.js';

/** The environment of a name. Throws a `StoreError` when there is none. */
export async function environmentOf(place: Place, name: string): Promise<Environment> {
  const found = await readEnvironment(place.store, name);
  if (found !== undefined) return found;
  const others = [...(await place.names()), ...place.registered].filter((other) => other !== name);
  const help =
    didYouMean(name, others, 'environments') ?? `make it: \`${place.command('env', 'create', name)}\``;
  throw new StoreError(problem('PLAN7021', { file: place.name }, { environment: name }, { help }));
}

/** The name of an environment that is there, or all names where none is given. */
export async function namesOf(place: Place, named: string | undefined): Promise<readonly string[]> {
  return named === undefined ? place.names() : [(await environmentOf(place, named)).name];
}

/** The same with environments that were removed, whose history can still be asked for. */
export async function namesEverOf(place: Place, named: string | undefined): Promise<readonly string[]> {
  const names = await place.namesEver();
  if (named === undefined) return names;
  return names.includes(named) ? [named] : [(await environmentOf(place, named)).name];
}
