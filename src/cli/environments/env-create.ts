import { problem } from '../../diagnostics/problem.js';
import { environmentInAws } from '../../engines/aws/names.js';
import { createEnvironment, readEnvironment } from '../../environment/environments.js';
import { concurrency } from '../../language/values.js';
import { StoreError } from '../../ports/store-error.js';
import { type ExitCode, exitCodes } from '../command.js';
import { twoLines } from '../mistakes.js';
import { say, writeJson } from '../report.js';
import {
  flagsOf,
  network,
  networkParameters,
  type Whereabouts,
  whereabouts,
  whereaboutsOf,
} from '../setup/options.js';
import { environmentsFile, type Registered } from './environments-file.js';
import { newEnvironment } from './new-environment.js';
import type { PlaceOptions } from './place.js';
import type { Places } from './places.js';
import { register } from './register.js';
import { type SettingOptions, setUpOtherwise } from './set-up-otherwise.js';

interface CreateOptions extends PlaceOptions, Whereabouts, SettingOptions {}

const kinds = ['test', 'production'] as const;

/** Makes an environment, or goes on where that was interrupted; where it is, is then known. */
export async function create(places: Places<CreateOptions>, name: string): Promise<ExitCode> {
  const { options, terminal, command } = places;
  const at = whereTo(places, name);
  const isInAws = at !== undefined || places.registration(name) !== undefined;
  const mistake = isInAws ? nameMistake(name) : localMistake(options);
  if (mistake !== undefined) {
    terminal.err.write(twoLines({ kind: 'mistake', ...mistake }));
    return exitCodes.usage;
  }
  const place = await (at === undefined ? places.of(name, 'begins') : places.at(at));
  const settings = {
    kind: kinds.find((kind) => kind === options.kind) ?? 'test',
    concurrency: concurrency.enum.find((policy) => policy === options.concurrency) ?? 'queue',
    approvals: Number(options.approvals ?? 0),
  };
  const known = await readEnvironment(place.store, name);
  const wanted = newEnvironment(place, name, settings);
  if (known === undefined) await place.making.build(name, parametersOf(options));
  const isNew = known === undefined && (await createEnvironment(place.store, wanted));
  // Who lost a race reads what the other one made.
  const environment = isNew ? wanted : (known ?? (await readEnvironment(place.store, name)) ?? wanted);
  const otherwise = isNew ? [] : setUpOtherwise(options, environment);
  if (!isNew && (at === undefined || otherwise.length > 0)) {
    const next =
      at === undefined
        ? `see how it is set up: \`${command('env', 'describe', name)}\``
        : `without these options it is written into \`${environmentsFile}\` as it is`;
    const help = [...otherwise, next].join('; ');
    throw new StoreError(problem('PLAN7031', { file: place.name }, { environment: name }, { help }));
  }
  const file = at && (await register(name, at, terminal));
  if (options.json) writeJson({ environment, problems: [] }, terminal);
  else
    say(
      [
        `${isNew ? 'made the environment' : 'there is the environment'} ${name} in ${place.name}${environment.kind === 'production' ? '; deployments to it ask first' : ''}`,
        ...(file === undefined ? [] : [`  ${file} says where it is`]),
      ],
      options,
      terminal,
    );
  return exitCodes.ok;
}

const nameMistake = (name: string) =>
  new RegExp(environmentInAws.pattern).test(name)
    ? undefined
    : {
        message: `\`${name}\` cannot be the name of an environment in AWS`,
        help: `write ${environmentInAws.expected}`,
      };

/** An option that means nothing on this machine. */
function localMistake(options: CreateOptions) {
  const strange = Object.keys({ ...whereabouts, ...network, 'execution-policies': true }).find((name) => {
    const given = options[name as keyof CreateOptions];
    return given !== undefined && given !== false;
  });
  return strange === undefined
    ? undefined
    : {
        message: `\`--${strange}\` is for environments in AWS`,
        help: 'say with `--region` where it is to be',
      };
}

/** Where in AWS it is to be; undefined where `environments.yaml` says that, and for this machine. */
function whereTo({ options, registration }: Places<CreateOptions>, name: string): Registered | undefined {
  const { Region, ...way } = whereaboutsOf(options);
  const known = registration(name);
  if (known === undefined) return Region === undefined ? undefined : { Region, ...way };
  const said = { region: known.Region, profile: known.Profile, 'role-arn': known.RoleArn };
  const other = (['region', 'profile', 'role-arn'] as const).find(
    (option) => options[option] !== undefined && options[option] !== said[option],
  );
  if (other === undefined) return undefined;
  const help = `leave \`--${other}\` out, or take \`${name}\` out of \`${environmentsFile}\``;
  const values = { environment: name, where: flagsOf(known) };
  throw new StoreError(problem('PLAN7055', { file: environmentsFile }, values, { help }));
}

const parametersOf = (options: CreateOptions): { readonly [name: string]: string } => ({
  ...networkParameters(options),
  ...(options['execution-policies'] !== undefined && { ExecutionPolicies: options['execution-policies'] }),
});
