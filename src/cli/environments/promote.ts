import { copyVersion } from '../../environment/copy-version.js';
import { readInventory } from '../../environment/inventory.js';
import { StoreError } from '../../ports/store-error.js';
import type { ExitCode } from '../command.js';
import { located } from '../compile-plan.js';
import { report } from '../report.js';
import type { Terminal } from '../terminal.js';
import { sayShipped, versionIn, versionPattern } from './bring.js';
import { environmentOf } from './find.js';
import { notRunning } from './output.js';
import type { Place, Working } from './place.js';
import { environments, type Places } from './places.js';
import { type StartOptions, startDeployment } from './start-deployment.js';
import { targetOf } from './target.js';

interface PromoteOptions extends StartOptions {
  readonly from: string;
  readonly to: string;
  readonly 'to-store': string | undefined;
}

/** Deploys to another environment the very version that runs in one, which may be in another store. */
export const promote = (word: string, options: PromoteOptions, terminal: Terminal): Promise<ExitCode> =>
  environments(options, terminal, async (places) => {
    const source = await places.of(options.from);
    await environmentOf(source, options.from);
    const [, name = word, version] = versionPattern.exec(word) ?? [];
    const found =
      version === undefined ? await running(source, name) : await versionIn(source, name, version);
    const toTarget = async (others: Places<PromoteOptions>) => {
      const target = await others.of(options.to, 'begins');
      return promoteTo(await target.work(), source, found);
    };
    const store = options['to-store'];
    return store === undefined ? toTarget(places) : environments({ ...options, store }, terminal, toTarget);
  });

async function promoteTo(
  place: Working<PromoteOptions>,
  source: Place,
  found: { readonly name: string; readonly version: string; readonly id: string },
): Promise<ExitCode> {
  const { options, terminal } = place;
  const environment = await targetOf(place, options.to);
  if (place.name !== source.name) {
    const shipped = await copyVersion(source.store, place.store, found.name, found.version);
    if (shipped !== undefined && 'problems' in shipped)
      return report(await located(shipped.problems), {}, options, terminal);
    if (shipped !== undefined) sayShipped(place, shipped);
  }
  return startDeployment(place, { ...found, environment }, { action: 'promote', from: options.from });
}

async function running(place: Place<PromoteOptions>, name: string) {
  const { from } = place.options;
  const inventory = await readInventory(place.store, from, name);
  if (inventory === undefined) throw new StoreError(notRunning(place, { name, environment: from }));
  return { name, version: inventory.version, id: inventory.id };
}
