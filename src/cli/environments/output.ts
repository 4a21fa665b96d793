import { type Problem, problem } from '../../diagnostics/problem.js';
import { listed } from '../../diagnostics/suggest.js';
import { readDeployment } from '../../environment/deployments.js';
import { readInventory } from '../../environment/inventory.js';
import { isDeploymentId } from '../../environment/keys.js';
import { StoreError } from '../../ports/store-error.js';
import type { Json, JsonObject } from '../../source/document.js';
import { type ExitCode, exitCodes } from '../command.js';
import { give, writeJson } from '../report.js';
import { namesOf } from './environment-names.js';
import { findDeployment, sayUnread } from './find.js';
import { nothingFound } from './nothing-found.js';
import type { Place, PlaceOptions } from './place.js';
import type { Places } from './places.js';
import { aligned } from './table.js';

interface OutputOptions extends PlaceOptions {
  readonly env: string | undefined;
}

interface Outputs {
  readonly environment: string;
  readonly name: string;
  readonly version: string;
  readonly deployment: string;
  readonly outputs: JsonObject;
}

/** What a distribution that runs gives to others, or what a deployment gave. */
export async function output(places: Places<OutputOptions>, word: string): Promise<ExitCode> {
  const { options, terminal } = places;
  const found = isDeploymentId(word) ? await ofDeployment(places, word) : await ofRunning(places, word);
  if (options.json) writeJson({ ...found, problems: [] }, terminal);
  else
    give(
      outputLines(found.outputs)
        .map((line) => `${line}\n`)
        .join(''),
      terminal,
    );
  return exitCodes.ok;
}

export const outputLines = (outputs: JsonObject): readonly string[] =>
  aligned(Object.entries(outputs).map(([name, value]) => [name, textOf(value)]));

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

async function ofDeployment(places: Places<OutputOptions>, word: string): Promise<Outputs> {
  const { place, named } = await findDeployment(places, { word, env: places.options.env });
  const { version = '', outputs = {} } = (await readDeployment(place.store, named)) ?? {};
  return { ...named, version, outputs };
}

async function ofRunning(places: Places<OutputOptions>, name: string): Promise<Outputs> {
  const { env } = places.options;
  const read = await places.each(env, async (place) => {
    const environments = await namesOf(place, env);
    const running = await Promise.all(
      environments.map(async (environment) => ({
        place,
        environment,
        inventory: await readInventory(place.store, environment, name),
      })),
    );
    return running.filter(({ inventory }) => inventory !== undefined);
  });
  const [one, ...others] = read.found.flat();
  if (one?.inventory === undefined) {
    if (env === undefined) throw new StoreError(await nothingFound(places, { word: name }, read));
    if (read.problems[0] !== undefined) throw new StoreError(read.problems[0]);
    throw new StoreError(notRunning(await places.of(env), { name, environment: env }));
  }
  if (others.length > 0) {
    const names = [one, ...others].map(({ environment }) => environment);
    throw new StoreError(severalEnvironments(one.place, `\`${name}\` runs`, names));
  }
  sayUnread(places, read);
  const { version, deployment, outputs } = one.inventory;
  return { environment: one.environment, name, version, deployment, outputs };
}

function severalEnvironments({ name }: Place, what: string, environments: readonly string[]): Problem {
  const help = `say which with \`--env\`: ${listed(environments)}`;
  return problem('PLAN7022', { file: name }, { what, environments }, { help });
}

/** Says that a distribution does not run in an environment. */
export function notRunning(place: Place, values: { readonly name: string; readonly environment: string }) {
  const help = `see what does: \`${place.command('status', '--env', values.environment)}\``;
  return problem('PLAN7034', { file: place.name }, values, { help });
}
