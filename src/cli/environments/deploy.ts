import { existsSync } from 'node:fs';
import type { ExitCode } from '../command.js';
import { type BringOptions, bring, sayShipped, versionIn, versionPattern } from './bring.js';
import type { Working } from './place.js';
import { type StartOptions, startDeployment } from './start-deployment.js';
import { targetOf } from './target.js';

type DeployOptions = BringOptions &
  StartOptions & { readonly env: string; readonly rehearse: readonly string[] | undefined };

/** Deploys a project, a distribution, or a version that was shipped. */
export async function deploy(place: Working<DeployOptions>, argument: string): Promise<ExitCode> {
  const { options } = place;
  const environment = await targetOf(place, options.env);
  const [, name, version] = versionPattern.exec(argument) ?? [];
  const isShipped = name !== undefined && version !== undefined && !existsSync(argument);
  const found = isShipped ? await versionIn(place, name, version) : await bring(place, argument);
  if (typeof found === 'number') return found;
  if ('isNew' in found) sayShipped(place, found);
  const rehearse = rehearsals(options.rehearse);
  return startDeployment(
    place,
    { ...found, environment },
    { action: 'deploy', ...(rehearse && { rehearse }) },
  );
}

/** `stack:Resource`, or a stack of which the first resource is to fail. */
function rehearsals(given: readonly string[] = []): { readonly [stack: string]: string } | undefined {
  if (given.length === 0) return undefined;
  return Object.fromEntries(
    given.map((one) => {
      const [stack = '', resource = '*'] = one.split(':');
      return [stack, resource];
    }),
  );
}
