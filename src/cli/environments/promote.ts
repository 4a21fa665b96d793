import { problem } from '../../diagnostics/problem.js';
import { copyVersion } from '../../environment/copy-version.js';
import { newestDeployment } from '../../environment/deployments.js';
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
    const version = await versionIn(source, name, named);
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

/** The version that runs in the environment, or one that ran there: no other has proven itself. */
async function versionIn(
  place: Place<PromoteOptions>,
  name: string,
  version: string | undefined,
): Promise<string> {
  const { from: environment } = place.options;
  const inventory = await readInventory(place.store, environment, name);
  if (inventory === undefined) throw new StoreError(notRunning(place, { name, environment }));
  if (version === undefined || version === inventory.version) return inventory.version;
  const ran = await newestDeployment(
    place.store,
    environment,
    name,
    (record) => record.status === 'succeeded' && record.version === version,
  );
  if (ran !== undefined) return version;
  const deploy = place.command('deploy', `${name}@${version}`, '--env', environment);
  const help = `${inventory.version} runs there; deploy it there first: \`${deploy}\``;
  throw new StoreError(problem('PLAN7037', { file: place.name }, { name, environment, version }, { help }));
}
