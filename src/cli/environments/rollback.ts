import { type Problem, problem } from '../../diagnostics/problem.js';
import { listed } from '../../diagnostics/suggest.js';
import { findPrevious, listDeployments } from '../../environment/history.js';
import { readInventory } from '../../environment/inventory.js';
import { StoreError } from '../../ports/store-error.js';
import type { ExitCode } from '../command.js';
import { tolerant } from './damaged.js';
import { environmentOf } from './environment-names.js';
import { findDeployment } from './find.js';
import type { Place } from './place.js';
import type { Places } from './places.js';
import { shippedVersion } from './shipped-version.js';
import { type StartOptions, startDeployment } from './start-deployment.js';

interface RollbackOptions extends StartOptions {
  readonly env: string;
  readonly to: string | undefined;
}

/** Deploys an earlier version again: the one before, or the one that is named. */
export async function rollback(places: Places<RollbackOptions>, name: string): Promise<ExitCode> {
  const { options } = places;
  const place = await (await places.of(options.env)).work();
  const environment = await environmentOf(place, options.env);
  // It has to have been there before.
  await findDeployment(places, { word: name, env: options.env });
  const found =
    options.to === undefined
      ? await findPrevious(place.store, options.env, name)
      : await shippedVersion(place, options.env, name, options.to);
  if (found === undefined) throw new StoreError(await nothingBefore(place, name));
  const { version, id } = found;
  return startDeployment(place, { environment, name, version, id }, { action: 'rollback' });
}

/** Records that are read for the versions that ran. */
const most = 20;

/** Each rollback leads further back, so that there may be versions that ran since. */
async function nothingBefore(place: Place<RollbackOptions>, name: string): Promise<Problem> {
  const { store, options, name: file } = place;
  const { env: environment } = options;
  const { read } = tolerant();
  const version = (await readInventory(store, environment, name))?.version;
  const ran = (await listDeployments(store, environment, most, name, read))
    .filter((record) => record.status === 'succeeded' && record.version !== version)
    .map((record) => record.version);
  const help =
    ran.length === 0
      ? 'deploy another version, or name one that was shipped with `--to`'
      : `name one that ran since with \`--to\`: ${listed([...new Set(ran)])}`;
  return problem('PLAN7029', { file }, { name, environment, version }, { help });
}
