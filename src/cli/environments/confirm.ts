import { listed } from '../../diagnostics/suggest.js';
import { dependants, inventoryNames, readInventory } from '../../environment/inventory.js';
import type { Environment, Version } from '../../environment/records.js';
import { readVersion } from '../../environment/versions.js';
import type { ObjectStore } from '../../ports/object-store.js';
import { agreement } from '../agreement.js';
import { type ExitCode, exitCodes } from '../command.js';
import { say } from '../report.js';
import { tolerant } from './damaged.js';
import { type Differences, differencesOf } from './differences.js';
import type { Asked, Place, PlaceOptions } from './place.js';

/** A version that is to run in an environment. */
export interface Change extends Version {
  readonly environment: Environment;
  readonly name: string;
}

/**
 * Says what a deployment changes, and asks first where the environment is production. The version need not be in the
 * store of the environment yet, but in `versions`.
 */
export async function confirm(
  place: Place<PlaceOptions & { readonly yes: boolean }>,
  change: Change,
  versions = place.store,
): Promise<'agreed' | ExitCode> {
  const { options, terminal } = place;
  const { environment, name, version } = change;
  say(await changeLines(place, change, versions), options, terminal);
  const question = `deploy it to ${environment.name}, which is production?`;
  const answer = await agreedIn(place, environment, question, `${name} ${version} may be deployed`);
  if (answer === exitCodes.problems) say('nothing was deployed', options, terminal);
  return answer;
}

/** Asks before something is done in production; `what` is what nobody can be asked about where there is no terminal. */
export async function agreedIn(
  { options, terminal }: Asked<PlaceOptions & { readonly yes: boolean }>,
  { name, kind }: Environment,
  question: string,
  what: string,
): Promise<'agreed' | ExitCode> {
  if (kind !== 'production' || options.yes) return 'agreed';
  const unasked = `\`${name}\` is production, and there is no terminal to ask at whether ${what}`;
  return agreement(question, unasked, options, terminal);
}

/** Says what runs in an environment that is to be removed, and asks first where that is production. */
export async function confirmRemoval(
  place: Place<PlaceOptions & { readonly yes: boolean }>,
  environment: Environment,
): Promise<'agreed' | ExitCode> {
  const { store, options, terminal } = place;
  const { name, kind } = environment;
  if (kind !== 'production') return 'agreed';
  // Whatever is damaged of what runs, the environment can be removed.
  const { read } = tolerant();
  const running = await Promise.all(
    (await inventoryNames(store, name)).map(async (of) =>
      `${of} ${(await read(readInventory(store, name, of)))?.version ?? ''}`.trimEnd(),
    ),
  );
  const what =
    running.length === 0
      ? 'nothing runs in it'
      : `in it ${running.length === 1 ? 'runs' : 'run'} ${listed(running)}`;
  say(`${name} is production; ${what}`, options, terminal);
  const answer = await agreedIn(place, environment, `remove the environment ${name}?`, 'it may be removed');
  if (answer === exitCodes.problems) say('nothing was removed', options, terminal);
  return answer;
}

/** From which version to which, what is otherwise in it, and who could not live with it. */
async function changeLines(
  { store }: Place,
  { environment, name, version, id }: Change,
  versions: ObjectStore,
): Promise<readonly string[]> {
  const [running, after, broken] = await Promise.all([
    readInventory(store, environment.name, name),
    readVersion(versions, name, version),
    dependants(store, environment.name, name, version),
  ]);
  const warnings = broken.map(
    (other) => `  warning: ${other.name} ${other.version} runs there and needs ${name} ${other.range}`,
  );
  if (running === undefined)
    return [`${name} ${version} → ${environment.name}, where it does not run yet`, ...warnings];
  if (running.id === id)
    return [`${name} ${version} → ${environment.name}, where the same runs now`, ...warnings];
  // Whatever is damaged of what runs, another version can take its place.
  const { read } = tolerant();
  const before = await read(readVersion(store, name, running.version));
  const differences =
    before && after && (await read(differencesOf({ store, ...before }, { store: versions, ...after })));
  return [
    `${name} ${running.version} → ${version} in ${environment.name}`,
    ...(differences ? [...lineOf('states', differences.states), ...lineOf('files', differences.files)] : []),
    ...warnings,
  ];
}

/** Names of a kind that are shown. */
const most = 6;

function lineOf(what: string, differences: Differences): readonly string[] {
  const parts = (['added', 'changed', 'removed'] as const).flatMap((kind) =>
    differences[kind].length === 0 ? [] : [`${kind} ${listed(differences[kind], most)}`],
  );
  return parts.length === 0 ? [] : [`  ${what}: ${parts.join('; ')}`];
}
