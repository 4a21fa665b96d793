import { type DeployRequest, putRequest } from '../../environment/requests.js';
import { type ExitCode, exitCodes } from '../command.js';
import { give, say, writeJson } from '../report.js';
import { type Change, confirm } from './confirm.js';
import { follow } from './follow.js';
import type { PlaceOptions, Working } from './place.js';
import { takenUp, underNewId } from './requests.js';
import { established } from './target.js';

export interface StartOptions extends PlaceOptions {
  readonly yes: boolean;
  readonly 'no-follow': boolean;
}

type Asked = Omit<DeployRequest, 'version' | 'id'>;

/** Requests that a version be deployed, after asking where that is due, and follows what becomes of it. */
export async function startDeployment(
  place: Working<StartOptions>,
  change: Change,
  request: Asked,
): Promise<ExitCode> {
  await established(place, change.environment);
  const answer = await confirm(place, change);
  return answer === 'agreed' ? requestDeployment(place, change, request) : answer;
}

/** The same for what was agreed to. */
export async function requestDeployment(
  place: Working<StartOptions>,
  change: Change,
  request: Asked,
): Promise<ExitCode> {
  const { options, terminal, store, command, stacks } = place;
  const { name, version, id } = change;
  const environment = change.environment.name;
  const deployment = await underNewId(place, (deployment) =>
    putRequest(store, { environment, name, deployment }, { ...request, version, id }),
  );
  const named = { environment, name, deployment };
  await takenUp(place, named);
  if (!options['no-follow']) {
    const isReal = stacks.recorded === undefined;
    const remarks = isReal ? [] : ['a local environment: stacks are recorded, not created'];
    say([`deployment ${deployment}`, ...remarks], options, terminal);
    return follow(place, named);
  }
  if (options.json) writeJson({ ...named, version, id, problems: [] }, terminal, options.jsonLines);
  else give(`${named.deployment}\n`, terminal);
  say(
    ['it goes on by itself; to see how', `  ${command('follow', named.deployment, '--env', environment)}`],
    options,
    terminal,
  );
  return exitCodes.ok;
}
