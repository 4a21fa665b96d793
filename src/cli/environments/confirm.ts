import { listed } from '../../diagnostics/suggest.js';
import { dependants, readInventory } from '../../environment/inventory.js';
import type { Environment, Version } from '../../environment/records.js';
import { readVersion } from '../../environment/versions.js';
import { twoLines } from '../mistakes.js';
import { say } from '../report.js';
import { tolerant } from './damaged.js';
import { type Differences, differencesOf } from './differences.js';
import type { Place } from './place.js';

/** A version that is to run in an environment. */
export interface Change extends Version {
  readonly environment: Environment;
  readonly name: string;
}

/** Says what a deployment changes, and asks first where the environment is production. */
export async function confirm(
  place: Place,
  change: Change,
  yes: boolean,
): Promise<'yes' | 'no' | 'nobody there'> {
  const { options, terminal } = place;
  const { environment, name } = change;
  say(await changeLines(place, change), options, terminal);
  if (environment.kind !== 'production' || yes) return 'yes';
  const answer = options.json
    ? undefined
    : await terminal.ask(`deploy it to ${environment.name}, which is production? [y/N] `);
  if (answer === undefined) {
    const message = `\`${environment.name}\` is production, and there is no terminal to ask at whether ${name} ${change.version} may be deployed`;
    terminal.err.write(
      twoLines({ kind: 'mistake', message, help: 'give `--yes` where that has been agreed' }),
    );
    return 'nobody there';
  }
  if (/^y(es)?$/i.test(answer.trim())) return 'yes';
  say('nothing was deployed', options, terminal);
  return 'no';
}

/** From which version to which, what is otherwise in it, and who could not live with it. */
async function changeLines(
  { store }: Place,
  { environment, name, version, id }: Change,
): Promise<readonly string[]> {
  const [running, after, broken] = await Promise.all([
    readInventory(store, environment.name, name),
    readVersion(store, name, version),
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
  const differences = before && after && (await read(differencesOf(store, before, after)));
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
