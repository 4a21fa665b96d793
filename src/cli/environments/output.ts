import { problem } from '../../diagnostics/problem.js';
import { readDeployment } from '../../environment/deployments.js';
import { readInventory } from '../../environment/inventory.js';
import { isDeploymentId } from '../../environment/keys.js';
import { StoreError } from '../../ports/store-error.js';
import type { Json, JsonObject } from '../../source/document.js';
import { type ExitCode, exitCodes } from '../command.js';
import { give, writeJson } from '../report.js';
import { findDeployment, namesOf, nothingFound, severalEnvironments } from './find.js';
import type { Place, PlaceOptions } from './place.js';
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
export async function output(place: Place<OutputOptions>, word: string): Promise<ExitCode> {
  const { options, terminal } = place;
  const found = isDeploymentId(word) ? await ofDeployment(place, word) : await ofRunning(place, word);
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

async function ofDeployment(place: Place<OutputOptions>, word: string): Promise<Outputs> {
  const named = await findDeployment(place, { word, env: place.options.env });
  const { version = '', outputs = {} } = (await readDeployment(place.store, named)) ?? {};
  return { ...named, version, outputs };
}

async function ofRunning(place: Place<OutputOptions>, name: string): Promise<Outputs> {
  const { store, folder, options } = place;
  const environments = await namesOf(place, options.env);
  const found = (
    await Promise.all(
      environments.map(async (environment) => {
        const inventory = await readInventory(store, environment, name);
        return inventory === undefined ? [] : [{ environment, name, inventory }];
      }),
    )
  ).flat();
  const [one] = found;
  if (one === undefined) {
    if (options.env === undefined) throw new StoreError(await nothingFound(place, { word: name }));
    const values = { name, environment: options.env };
    const help = `see what does: \`${place.command('status', '--env', options.env)}\``;
    throw new StoreError(problem('PLAN7034', { file: folder }, values, { help }));
  }
  if (found.length > 1) {
    const names = found.map(({ environment }) => environment);
    throw new StoreError(severalEnvironments(place, `\`${name}\` runs`, names));
  }
  const { version, deployment, outputs } = one.inventory;
  return { environment: one.environment, name, version, deployment, outputs };
}
