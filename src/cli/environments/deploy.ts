import { existsSync } from 'node:fs';
import { type Problem, problem } from '../../diagnostics/problem.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import { StoreError } from '../../ports/store-error.js';
import type { ExitCode } from '../command.js';
import { say } from '../report.js';
import { type BringOptions, bring, changesBuilt } from './bring.js';
import { environmentsFile } from './environments-file.js';
import type { Place } from './place.js';
import type { Places } from './places.js';
import { shippedVersion, versionPattern } from './shipped-version.js';
import { type StartOptions, startDeployment } from './start-deployment.js';
import { targetOf } from './target.js';

type DeployOptions = BringOptions &
  StartOptions & { readonly env: string; readonly rehearse: readonly string[] | undefined };

/** Deploys a project, a distribution, or a version that was shipped. */
export async function deploy(places: Places<DeployOptions>, argument: string): Promise<ExitCode> {
  const { options, registered } = places;
  if (options.rehearse !== undefined && registered.includes(options.env))
    throw new StoreError(notRehearsed(options.env));
  const place = await (await places.of(options.env, 'begins')).work();
  const environment = await targetOf(place, options.env);
  const [, name, version] = versionPattern.exec(argument) ?? [];
  const isShipped = name !== undefined && version !== undefined && !existsSync(argument);
  const found = isShipped
    ? (changesBuilt(place, argument) ?? (await shippedVersion(place, options.env, name, version)))
    : await bring(place, argument);
  if (typeof found === 'number') return found;
  const rehearse = rehearsals(options.rehearse);
  const request = { action: 'deploy', ...(rehearse && { rehearse }) } as const;
  const exitCode = await startDeployment(place, { ...found, environment }, request);
  for (const stack of Object.keys(rehearse ?? {})) await sayUnmet(place, stack);
  return exitCode;
}

/** Which stacks a plan has is known when it has run. */
async function sayUnmet({ stacks, options, terminal }: Place<DeployOptions>, stack: string): Promise<void> {
  const names = (await stacks.recorded?.()) ?? [];
  if (options['no-follow'] || names.includes(stack)) return;
  const help = didYouMean(stack, names, 'stacks');
  say(`no failure was rehearsed: there is no stack \`${stack}\`; ${help}`, options, terminal);
}

function notRehearsed(environment: string): Problem {
  const help = 'rehearse it in a local environment, where no resource is real';
  return problem('PLAN7051', { file: environmentsFile }, { environment }, { help });
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
