import { readDeployment } from '../../environment/deployments.js';
import { timestamp } from '../../ports/clock.js';
import { type ExitCode, exitCodes } from '../command.js';
import { say, writeJson } from '../report.js';
import { findDeployment } from './find.js';
import { follow } from './follow.js';
import type { PlaceOptions, Working } from './place.js';
import { askOf } from './requests.js';

interface OneOptions extends PlaceOptions {
  readonly env: string | undefined;
}

/** Ends a deployment that goes on. */
export async function stop(place: Working<OneOptions>, word: string | undefined): Promise<ExitCode> {
  const { options, terminal } = place;
  const named = await findDeployment(place, { word, env: options.env, kind: 'running', to: 'stop' });
  await askOf(place, named, 'stop');
  const { environment, name, deployment } = named;
  if (options.json) writeJson({ environment, name, deployment, problems: [] }, terminal, options.jsonLines);
  else say(`stopped ${deployment} of ${name} in ${environment}`, options, terminal);
  return exitCodes.ok;
}

/** Lets a deployment that failed go on from the states that failed, and follows it. */
export async function retry(
  place: Working<OneOptions & { readonly 'no-follow': boolean }>,
  word: string | undefined,
): Promise<ExitCode> {
  const { store, options, terminal, ports } = place;
  const named = await findDeployment(place, { word, env: options.env, kind: 'failed', to: 'retry' });
  const since = timestamp(ports.clock);
  await askOf(place, named, 'retry');
  if (!options['no-follow']) return follow(place, named, since);
  const { environment, name, deployment } = named;
  if (options.json) writeJson({ environment, name, deployment, problems: [] }, terminal, options.jsonLines);
  else
    say(
      `${name} ${(await readDeployment(store, named))?.version} goes on in ${environment}`,
      options,
      terminal,
    );
  return exitCodes.ok;
}
