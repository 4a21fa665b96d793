import { copyVersion } from '../../environment/copy-version.js';
import { readInventory } from '../../environment/inventory.js';
import { StoreError } from '../../ports/store-error.js';
import type { ExitCode } from '../command.js';
import type { Terminal } from '../terminal.js';
import { confirm } from './confirm.js';
import { environmentOf } from './environment-names.js';
import { notRunning } from './output.js';
import type { Place, Working } from './place.js';
import { environments, type Places } from './places.js';
import { type ShippedVersion, shippedVersion, versionPattern } from './shipped-version.js';
import { shipping } from './shipping.js';
import { requestDeployment, type StartOptions } from './start-deployment.js';
import { established, targetOf } from './target.js';

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
    const [, name = word, named] = versionPattern.exec(word) ?? [];
    const version = named ?? (await running(source, name));
    const found = await shippedVersion(source, options.from, name, version);
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
  found: ShippedVersion,
): Promise<ExitCode> {
  const { from, to } = place.options;
  const change = { ...found, environment: await targetOf(place, to) };
  const answer = await confirm(place, change, source.store);
  if (answer !== 'agreed') return answer;
  if (place.name !== source.name) {
    const copied = await shipping(place, (onProgress) =>
      copyVersion(source.store, place.store, found, onProgress),
    );
    if (typeof copied === 'number') return copied;
  }
  await established(place, change.environment);
  return requestDeployment(place, change, { action: 'promote', from });
}

/** The version that runs in the environment. */
async function running(place: Place<PromoteOptions>, name: string): Promise<string> {
  const { from } = place.options;
  const inventory = await readInventory(place.store, from, name);
  if (inventory === undefined) throw new StoreError(notRunning(place, { name, environment: from }));
  return inventory.version;
}
