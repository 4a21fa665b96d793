import { type ExitCode, exitCodes } from '../command.js';
import { say, writeJson } from '../report.js';
import { findOneTo, goingOn } from './find-one.js';
import type { PlaceOptions } from './place.js';
import type { Places } from './places.js';
import { askOf } from './requests.js';

interface StopOptions extends PlaceOptions {
  readonly env: string | undefined;
}

/** Ends a deployment that goes on. */
export async function stop(places: Places<StopOptions>, word: string | undefined): Promise<ExitCode> {
  const { options, terminal } = places;
  const { place, record } = await findOneTo(places, 'stop', word);
  await askOf(await place.work(), record, 'stop');
  const { environment, name, version, deployment } = record;
  if (options.json)
    writeJson({ environment, name, version, deployment, problems: [] }, terminal, options.jsonLines);
  else {
    const [next] = record.status === 'queued' ? [] : await goingOn(place.store, environment, name);
    const comes = next === undefined ? [] : [`  ${next.deployment}, which had queued behind it, comes now`];
    say([`stopped ${deployment} of ${name} ${version} in ${environment}`, ...comes], options, terminal);
  }
  return exitCodes.ok;
}
