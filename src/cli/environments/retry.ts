import { timestamp } from '../../ports/clock.js';
import { type ExitCode, exitCodes } from '../command.js';
import { say, writeJson } from '../report.js';
import { agreedIn } from './confirm.js';
import { environmentOf } from './environment-names.js';
import { findOneTo } from './find-one.js';
import { follow } from './follow.js';
import type { PlaceOptions } from './place.js';
import type { Places } from './places.js';
import { askOf } from './requests.js';

interface RetryOptions extends PlaceOptions {
  readonly env: string | undefined;
  readonly yes: boolean;
  readonly 'no-follow': boolean;
}

/** Lets a deployment that failed go on from the states that failed, and follows it. */
export async function retry(places: Places<RetryOptions>, word: string | undefined): Promise<ExitCode> {
  const { options, terminal, command } = places;
  const { place: found, record } = await findOneTo(places, 'retry', word);
  const { environment, name, version, deployment } = record;
  const question = `let ${name} ${version} go on in ${environment}, which is production?`;
  const where = await environmentOf(found, environment);
  const answer = await agreedIn(places, where, question, `${name} ${version} may go on`);
  if (answer !== 'agreed') return answer;
  const place = await found.work();
  const since = timestamp(place.ports.clock);
  await askOf(place, record, 'retry');
  if (!options['no-follow']) return follow(place, { environment, name, deployment }, since);
  if (options.json)
    writeJson({ environment, name, version, deployment, problems: [] }, terminal, options.jsonLines);
  else
    say(
      [
        `${name} ${version} goes on in ${environment}; to see how`,
        `  ${command('follow', deployment, '--env', environment)}`,
      ],
      options,
      terminal,
    );
  return exitCodes.ok;
}
