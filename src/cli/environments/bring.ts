import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from '../../distribution/at-exit.js';
import type { Shipped } from '../../environment/put-version.js';
import { repair, ship } from '../../environment/ship.js';
import { buildDistribution } from '../build-distribution.js';
import { type ExitCode, exitCodes } from '../command.js';
import { twoLines } from '../mistakes.js';
import type { ProblemFormat } from '../problem-format.js';
import { report } from '../report.js';
import type { Place, PlaceOptions } from './place.js';
import { shipping } from './shipping.js';

export interface BringOptions extends PlaceOptions {
  readonly 'set-version': string | undefined;
  readonly dependency: readonly string[] | undefined;
  readonly problemFormat: ProblemFormat;
  readonly repair?: boolean;
}

/** Brings what an argument names into the store: a zip as it is, a plan after building it. Problems are reported. */
export async function bring(place: Place<BringOptions>, argument: string): Promise<Shipped | ExitCode> {
  const stat = statSync(argument, { throwIfNoEntry: false });
  if (stat?.isFile() && argument.endsWith('.zip'))
    return changesBuilt(place, argument) ?? shipZip(place, argument);
  const folder = mkdtempSync(join(tmpdir(), 'plancc-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const forget = atExit(remove);
  try {
    const { options, terminal } = place;
    const built = await buildDistribution(
      argument,
      { ...options, mocks: true, out: join(folder, 'distribution.zip') },
      terminal,
    );
    if (typeof built === 'number') return built;
    const { diagnostics } = built.compiled;
    if (diagnostics.length > 0 && !options.json) await report(diagnostics, {}, options, terminal);
    return await shipZip(place, built.packed.file);
  } finally {
    remove();
    forget();
  }
}

/** Tells of an option that is for the building of what was built before. */
export function changesBuilt(
  { options, terminal }: Place<BringOptions>,
  argument: string,
): ExitCode | undefined {
  const option = (['set-version', 'dependency'] as const).find((name) => options[name] !== undefined);
  if (option === undefined) return undefined;
  const message = `\`--${option}\` is for a plan that is built, and \`${argument}\` was built before`;
  const help = `give it to \`plancc build\`, or leave it out`;
  terminal.err.write(twoLines({ kind: 'mistake', message, help }));
  return exitCodes.usage;
}

function shipZip(place: Place<BringOptions>, zip: string): Promise<Shipped | ExitCode> {
  const send = place.options.repair ? repair : ship;
  return shipping(place, (onProgress) => send(zip, place.store, onProgress));
}
