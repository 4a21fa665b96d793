import { problem } from '../../diagnostics/problem.js';
import { environmentInAws } from '../../engines/aws/names.js';
import {
  createEnvironment,
  openIn,
  readEnvironment,
  removeEnvironment,
} from '../../environment/environments.js';
import { listInventory } from '../../environment/inventory.js';
import type { Environment } from '../../environment/records.js';
import { concurrency } from '../../language/values.js';
import { StoreError } from '../../ports/store-error.js';
import { type ExitCode, exitCodes } from '../command.js';
import { located } from '../compile-plan.js';
import { twoLines } from '../mistakes.js';
import { withNames } from '../person.js';
import { give, report, say, writeJson } from '../report.js';
import {
  type NetworkOptions,
  network,
  networkParameters,
  type Whereabouts,
  whereabouts,
  whereaboutsOf,
} from '../setup/options.js';
import { tolerant } from './damaged.js';
import { environmentsFile, makeInAws, type Registered } from './environments-file.js';
import { environmentOf } from './find.js';
import type { Place, PlaceOptions } from './place.js';
import type { Places } from './places.js';
import { register, unregister } from './register.js';
import { dateTime, table } from './table.js';

interface EnvOptions extends PlaceOptions, Whereabouts, NetworkOptions {
  readonly kind: string | undefined;
  readonly concurrency: string | undefined;
  readonly approvals: string | undefined;
  readonly 'execution-policies': string | undefined;
}

const kinds = ['test', 'production'] as const;

/** Makes an environment, or goes on where that was interrupted; where it is, is then known. */
export async function create(places: Places<EnvOptions>, name: string): Promise<ExitCode> {
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
  const environment = known ?? newEnvironment(place, name, settings);
  if (known === undefined) await place.making.build(name, parametersOf(options));
  const isNew = known === undefined && (await createEnvironment(place.store, environment));
  const isHereNew = at !== undefined && places.registration(name) === undefined;
  if (!isNew && !isHereNew) {
    const help = `see how it is set up: \`${command('env', 'describe', name)}\``;
    throw new StoreError(problem('PLAN7031', { file: place.name }, { environment: name }, { help }));
  }
  const file = isHereNew ? await register(name, at, terminal) : undefined;
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
function localMistake(options: EnvOptions) {
  const strange = Object.keys({ ...whereabouts, ...network, 'execution-policies': true }).find((name) => {
    const given = options[name as keyof EnvOptions];
    return given !== undefined && given !== false;
  });
  return strange === undefined
    ? undefined
    : {
        message: `\`--${strange}\` is for environments in AWS`,
        help: 'say with `--region` where it is to be',
      };
}

/** Where in AWS it is to be; undefined for what `environments.yaml` says, or for this machine. */
function whereTo({ options, registration }: Places<EnvOptions>, name: string): Registered | undefined {
  const { Region, ...way } = whereaboutsOf(options);
  const known = registration(name);
  if (Region === undefined) return undefined;
  if (known !== undefined && known.Region !== Region) {
    const help = `leave \`--region\` out, or take \`${name}\` out of \`${environmentsFile}\``;
    const values = { environment: name, region: known.Region };
    throw new StoreError(problem('PLAN7055', { file: environmentsFile }, values, { help }));
  }
  return { Region, ...way };
}

const parametersOf = (options: EnvOptions): { readonly [name: string]: string } => ({
  ...networkParameters(options),
  ...(options['execution-policies'] !== undefined && { ExecutionPolicies: options['execution-policies'] }),
});

/** An environment made now by who runs plancc. */
export const newEnvironment = (
  { by }: Place,
  name: string,
  settings: Pick<Environment, 'kind' | 'concurrency' | 'approvals'>,
): Environment => ({
  name,
  ...settings,
  created: { by, at: new Date().toISOString() },
});

export async function list(places: Places<EnvOptions>): Promise<ExitCode> {
  const { options, terminal, command } = places;
  const damaged = tolerant();
  const { found, problems } = await places.each(undefined, async (place) => {
    const names = await place.names();
    const all = await Promise.all(names.map((name) => damaged.read(environmentOf(place, name))));
    return all.flatMap((environment) => (environment === undefined ? [] : [{ environment, place }]));
  });
  const all = found.flat();
  if (!options.json) {
    const rows = all.map(({ environment: { name, kind, created }, place }) => [
      name,
      kind,
      place.name,
      dateTime(created.at),
      withNames(created.by),
    ]);
    give(table(rows), terminal);
    if (all.length + problems.length + damaged.problems.length === 0)
      say(
        [
          `there is none; \`${command('env', 'create', 'dev')}\` makes one`,
          ...(options.store === undefined ? [`  ${makeInAws}`] : []),
        ],
        options,
        terminal,
      );
  }
  const environments = all.map(({ environment }) => environment);
  return report(await located([...problems, ...damaged.problems]), { environments }, options, terminal);
}

export async function describe(place: Place<EnvOptions>, name: string): Promise<ExitCode> {
  const { store, options, terminal } = place;
  const environment = await environmentOf(place, name);
  const { kind, concurrency, approvals, created } = environment;
  const [inventory, open] = await Promise.all([listInventory(store, name), openIn(store, name)]);
  const distributions = [...inventory].map(([of, { version }]) => ({ name: of, version }));
  if (options.json) {
    writeJson({ environment, distributions, open: open.length, problems: [] }, terminal);
    return exitCodes.ok;
  }
  const rows = [
    ['kind', kind === 'production' ? 'production: deployments ask first' : kind],
    ['made', `${dateTime(created.at)} by ${withNames(created.by)}`],
    ['concurrency', meanings[concurrency]],
    [
      'approvals',
      approvals === 0 ? 'none but those of plans' : `${approvals} by others than the one who deploys`,
    ],
    ['runs', distributions.map((one) => `${one.name} ${one.version}`).join(', ') || 'nothing'],
    ['goes on', open.length === 0 ? 'nothing' : `${open.length}`],
  ];
  give(`${name}\n${table(rows)}`, terminal);
  return exitCodes.ok;
}

const meanings: Readonly<Record<Environment['concurrency'], string>> = {
  queue: 'queue: a deployment waits for the one before it',
  reject: 'reject: a deployment is refused while another one goes on',
  replace: 'replace: a deployment stops the one that goes on',
};

/** Removes an environment in which nothing goes on; what ran in it is not touched. */
export async function remove(places: Places<EnvOptions>, name: string): Promise<ExitCode> {
  const { options, terminal, command, registration } = places;
  const place = await places.of(name);
  const { store, making } = place;
  await environmentOf(place, name);
  const refuse = (open: readonly string[]) => {
    if (open.length === 0) return;
    const help = `wait until they have ended, or stop them: \`${command('stop', open[0]!, '--env', name)}\``;
    const values = { environment: name, count: open.length };
    throw new StoreError(problem('PLAN7032', { file: place.name }, values, { help }));
  };
  refuse(await openIn(store, name));
  await making.raze(name);
  refuse(await removeEnvironment(store, name));
  if (registration(name) !== undefined) await unregister(name, terminal);
  if (options.json) writeJson({ removed: name, problems: [] }, terminal);
  else say(`removed the environment ${name}; its history, and what runs in it, stay`, options, terminal);
  return exitCodes.ok;
}
