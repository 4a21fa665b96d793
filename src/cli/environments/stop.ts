import { readDeployment } from '../../environment/deployments.js';
import { timestamp } from '../../ports/clock.js';
import { type ExitCode, exitCodes } from '../command.js';
import { say, writeJson } from '../report.js';
import { findDeployment } from './find.js';
import { follow } from './follow.js';
import type { PlaceOptions } from './place.js';
import type { Places } from './places.js';
import { askOf } from './requests.js';

interface OneOptions extends PlaceOptions {
  readonly env: string | undefined;
}

/** Ends a deployment that goes on. */
export async function stop(places: Places<OneOptions>, word: string | undefined): Promise<ExitCode> {
  const { options, terminal } = places;
  const { place, named } = await findDeployment(places, {
    word,
    env: options.env,
    kind: 'running',
    to: 'stop',
  });
  await askOf(await place.work(), named, 'stop');
  const { environment, name, deployment } = named;
  if (options.json) writeJson({ environment, name, deployment, problems: [] }, terminal, options.jsonLines);
  else say(`stopped ${deployment} of ${name} in ${environment}`, options, terminal);
  return exitCodes.ok;
}

/** Lets a deployment that failed go on from the states that failed, and follows it. */
export async function retry(
  places: Places<OneOptions & { readonly 'no-follow': boolean }>,
  word: string | undefined,
): Promise<ExitCode> {
  const { options, terminal } = places;
  const found = await findDeployment(places, { word, env: options.env, kind: 'failed', to: 'retry' });
  const { named } = found;
  const place = await found.place.work();
  const { store, ports } = place;
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
