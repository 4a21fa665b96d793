import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { type Problem, problem } from '../../diagnostics/problem.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import { StoreError } from '../../ports/store-error.js';
import type { ExitCode } from '../command.js';
import { located } from '../compile-plan.js';
import { report } from '../report.js';
import { shellWord } from '../shell-word.js';
import type { Terminal } from '../terminal.js';
import { environmentsFile, misnamedFile, type Registered, upwards } from './environments-file.js';
import { localPlace, localRoot } from './local-place.js';
import type { Asked, Place, PlaceOptions } from './place.js';
import { told } from './told.js';

/** What was read in every place that could be, and what kept the others from being read. */
export interface Read<T> {
  readonly found: readonly T[];
  readonly problems: readonly Problem[];
}

/** All places that a command may mean, each opened when it is needed. */
export interface Places<O extends PlaceOptions = PlaceOptions> extends Asked<O> {
  /** The place of an environment; a folder that is not there yet may be begun. */
  readonly of: (environment: string, begins?: 'begins') => Promise<Place<O>>;
  /** The same where it says itself where that is. */
  readonly at: (where: Registered) => Promise<Place<O>>;
  /** The folder of this machine, where local environments are. */
  readonly local: (begins?: 'begins') => Promise<Place<O>>;
  /** What `environments.yaml` says of an environment. */
  readonly registration: (environment: string) => Registered | undefined;
  /** Reads in the place of an environment, or where none is named in all of them. */
  readonly each: <T>(
    environment: string | undefined,
    read: (place: Place<O>) => Promise<T>,
  ) => Promise<Read<T>>;
}

/** Runs a command on environments; what keeps it from what it wants is told as a problem. */
export async function environments<O extends PlaceOptions>(
  options: O,
  terminal: Terminal,
  run: (places: Places<O>) => Promise<ExitCode>,
): Promise<ExitCode> {
  const path =
    options.store === undefined ? upwards(terminal.folder, environmentsFile, misnamedFile) : undefined;
  const read =
    path === undefined
      ? undefined
      : (await import('./read-environments-file.js')).readEnvironmentsFile(
          path,
          relative(terminal.folder, path),
        );
  const documents = new Map(read?.document && [[read.document.file, read.document]]);
  if (read !== undefined && read.problems.length > 0)
    return report(await located(read.problems, documents), {}, options, terminal);
  const places = placesOf(options, terminal, read?.environments ?? new Map());
  return told(options, terminal, () => run(places), documents);
}

function placesOf<O extends PlaceOptions>(
  options: O,
  terminal: Terminal,
  registered: ReadonlyMap<string, Registered>,
): Places<O> {
  const same = options.store === undefined ? [] : ['--store', options.store];
  const asked: Asked<O> = {
    options,
    terminal,
    command: (...words) => ['plancc', ...words, ...same].map(shellWord).join(' '),
    registered: [...registered.keys()],
  };
  const opened = new Map<string, Promise<Place<O>>>();
  const once = (name: string, open: () => Promise<Place<O>>): Promise<Place<O>> => {
    const place = opened.get(name) ?? open();
    opened.set(name, place);
    return place;
  };
  const local = (begins?: 'begins') => once(`local ${begins}`, () => localPlace(asked, begins !== undefined));
  const inAws = (at: Registered) =>
    once(wayTo(at), async () => {
      const { awsPlace } = await import('./aws-place.js');
      const names = [...registered].flatMap(([name, other]) => (wayTo(other) === wayTo(at) ? [name] : []));
      return awsPlace(asked, at, names);
    });
  const of: Places<O>['of'] = async (environment, begins) => {
    const at = registered.get(environment);
    if (at !== undefined) return inAws(at);
    // Where all environments are in AWS, a folder of this machine is not what is missing.
    if (begins === undefined && registered.size > 0 && !existsSync(localRoot(asked)))
      throw new StoreError(notRegistered(environment, asked.registered));
    return local(begins);
  };
  const all = (): readonly (() => Promise<Place<O>>)[] => [
    ...(registered.size === 0 || existsSync(localRoot(asked)) ? [() => local()] : []),
    ...[...new Map([...registered.values()].map((at) => [wayTo(at), at])).values()].map(
      (at) => () => inAws(at),
    ),
  ];
  return {
    ...asked,
    of,
    at: inAws,
    registration: (environment) => registered.get(environment),
    local,
    each: async (environment, read) => {
      const opening = environment === undefined ? all() : [() => of(environment)];
      const results = await Promise.allSettled(opening.map(async (open) => read(await open())));
      return {
        found: results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
        problems: results.flatMap((result) =>
          result.status === 'rejected' ? [problemOf(result.reason)] : [],
        ),
      };
    },
  };
}

function problemOf(error: unknown): Problem {
  if (error instanceof StoreError) return error.problem;
  throw error;
}

const notRegistered = (environment: string, others: readonly string[]): Problem => {
  const help = didYouMean(environment, others, 'environments');
  return problem('PLAN7021', { file: environmentsFile }, { environment }, { help });
};

/** The same for environments that are reached in the same way. */
const wayTo = ({ Region, Profile = '', RoleArn = '' }: Registered): string =>
  [Region, Profile, RoleArn].join(' ');
