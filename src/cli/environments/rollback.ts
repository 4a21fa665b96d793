import { problem } from '../../diagnostics/problem.js';
import { findPrevious } from '../../environment/history.js';
import { StoreError } from '../../ports/store-error.js';
import type { ExitCode } from '../command.js';
import { environmentOf } from './environment-names.js';
import { findDeployment } from './find.js';
import type { Places } from './places.js';
import { shippedVersion } from './shipped-version.js';
import { type StartOptions, startDeployment } from './start-deployment.js';

interface RollbackOptions extends StartOptions {
  readonly env: string;
  readonly to: string | undefined;
}

/** Deploys an earlier version again: the one before, or the one that is named. */
export async function rollback(places: Places<RollbackOptions>, name: string): Promise<ExitCode> {
  const { options, command } = places;
  const place = await (await places.of(options.env)).work();
  const environment = await environmentOf(place, options.env);
  // It has to have been there before.
  await findDeployment(places, { word: name, env: options.env });
  const found =
    options.to === undefined
      ? await findPrevious(place.store, options.env, name)
      : await shippedVersion(place, options.env, name, options.to);
  if (found === undefined) {
    const help = `name a version with \`--to\`; see what ran: \`${command('history', name, '--env', options.env)}\``;
    const values = { name, environment: options.env };
    throw new StoreError(problem('PLAN7029', { file: place.name }, values, { help }));
  }
  const { version, id } = found;
  return startDeployment(place, { environment, name, version, id }, { action: 'rollback' });
}
