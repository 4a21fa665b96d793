import { problem } from '../../diagnostics/problem.js';
import { copyVersion } from '../../environment/copy-version.js';
import { readInventory } from '../../environment/inventory.js';
import { StoreError } from '../../ports/store-error.js';
import type { ExitCode } from '../command.js';
import { located } from '../compile-plan.js';
import { report } from '../report.js';
import type { Terminal } from '../terminal.js';
import { sayShipped, versionIn, versionPattern } from './bring.js';
import { environmentOf } from './find.js';
import { type Place, reading, type Working, working } from './place.js';
import { type StartOptions, startDeployment } from './start-deployment.js';
import { targetOf } from './target.js';

interface PromoteOptions extends StartOptions {
  readonly from: string;
  readonly to: string;
  readonly 'to-store': string | undefined;
}

/** Deploys to another environment the very version that runs in one, which may be in another store. */
export const promote = (word: string, options: PromoteOptions, terminal: Terminal): Promise<ExitCode> =>
  reading(options, terminal, async (source) => {
    await environmentOf(source, options.from);
    const [, name = word, version] = versionPattern.exec(word) ?? [];
    const found =
      version === undefined ? await running(source, name) : await versionIn(source, name, version);
    const store = options['to-store'] ?? options.store;
    return working({ ...options, store }, terminal, (target) => promoteTo(target, source, found), true);
  });

async function promoteTo(
  place: Working<PromoteOptions>,
  source: Place,
  found: { readonly name: string; readonly version: string; readonly id: string },
): Promise<ExitCode> {
  const { options, terminal } = place;
  const environment = await targetOf(place, options.to);
  if (place.root !== source.root) {
    const shipped = await copyVersion(source.store, place.store, found.name, found.version);
    if (shipped !== undefined && 'problems' in shipped)
      return report(await located(shipped.problems), {}, options, terminal);
    if (shipped !== undefined) sayShipped(place, shipped);
  }
  return startDeployment(place, { ...found, environment }, { action: 'promote', from: options.from });
}

async function running({ store, folder, options, command }: Place<PromoteOptions>, name: string) {
  const inventory = await readInventory(store, options.from, name);
  if (inventory !== undefined) return { name, version: inventory.version, id: inventory.id };
  const help = `see what does: \`${command('status', '--env', options.from)}\``;
  throw new StoreError(problem('PLAN7034', { file: folder }, { name, environment: options.from }, { help }));
}
