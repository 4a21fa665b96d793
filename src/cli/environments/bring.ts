import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problem } from '../../diagnostics/problem.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import { atExit } from '../../distribution/at-exit.js';
import type { Shipped } from '../../environment/put-version.js';
import { repair, ship } from '../../environment/ship.js';
import { listVersions, readVersion } from '../../environment/versions.js';
import { version as versionText } from '../../language/values.js';
import { StoreError } from '../../ports/store-error.js';
import { buildDistribution } from '../build-distribution.js';
import type { ExitCode } from '../command.js';
import { located } from '../compile-plan.js';
import type { ProblemFormat } from '../problem-format.js';
import { showProgress, size } from '../progress.js';
import { plural, report, say } from '../report.js';
import type { Place, PlaceOptions } from './place.js';

export interface BringOptions extends PlaceOptions {
  readonly 'set-version': string | undefined;
  readonly dependency: readonly string[] | undefined;
  readonly problemFormat: ProblemFormat;
  readonly repair?: boolean;
}

/** Brings what an argument names into the store: a zip as it is, a plan after building it. Problems are reported. */
export async function bring(place: Place<BringOptions>, argument: string): Promise<Shipped | ExitCode> {
  const stat = statSync(argument, { throwIfNoEntry: false });
  if (stat?.isFile() && argument.endsWith('.zip')) return shipZip(place, argument);
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

async function shipZip(
  { store, options, terminal }: Place<BringOptions>,
  zip: string,
): Promise<Shipped | ExitCode> {
  const signal = terminal.interruption();
  const progress = options.quiet ? undefined : showProgress('shipping', terminal.err, signal);
  const send = options.repair ? repair : ship;
  const shipped = await send(zip, store, (done) => {
    signal.throwIfAborted();
    progress?.update(done);
  }).finally(() => progress?.end());
  return 'problems' in shipped ? report(await located(shipped.problems), {}, options, terminal) : shipped;
}

/** What was shipped, in a line. */
export function sayShipped({ name: where, options, terminal }: Place, shipped: Shipped): void {
  const { name, version, isNew, sent, bytes } = shipped;
  const what = isNew ? `shipped ${name} ${version}` : `${name} ${version} is there already`;
  say(`${what} in ${where}: ${plural(sent, 'new file')}, ${size(bytes)}`, options, terminal);
}

/** `webshop@1.4.0`: a version that was shipped before. */
export const versionPattern = /^([a-z][a-z0-9-]{0,62})@(.+)$/;

const isVersion = new RegExp(versionText.pattern);

/** A version of the store. Throws a `StoreError` when it is not there. */
export async function versionIn({ store, name: file }: Place, name: string, version: string) {
  const found = isVersion.test(version) ? await readVersion(store, name, version) : undefined;
  if (found !== undefined) return { name, version, id: found.id };
  const versions = await listVersions(store, name);
  if (versions.length === 0) {
    const help = 'ship it: `plancc ship` in the folder of its project';
    throw new StoreError(problem('PLAN7026', { file }, { name }, { help }));
  }
  const help = didYouMean(version, versions.toReversed(), 'versions');
  throw new StoreError(problem('PLAN7025', { file }, { name, version }, { help }));
}
