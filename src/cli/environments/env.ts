import { problem } from '../../diagnostics/problem.js';
import { openIn, removeEnvironment } from '../../environment/environments.js';
import { listInventory } from '../../environment/inventory.js';
import type { Environment } from '../../environment/records.js';
import { StoreError } from '../../ports/store-error.js';
import { type ExitCode, exitCodes } from '../command.js';
import { located } from '../compile-plan.js';
import { withNames } from '../person.js';
import { give, report, say, writeJson } from '../report.js';
import { confirmRemoval } from './confirm.js';
import { tolerant } from './damaged.js';
import { environmentOf } from './environment-names.js';
import { makeInAws } from './environments-file.js';
import type { Place, PlaceOptions } from './place.js';
import type { Places } from './places.js';
import { unregister } from './register.js';
import { dateTime, table } from './table.js';

/** Which environments there are, and where. */
export async function list(places: Places): Promise<ExitCode> {
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

/** How an environment is set up, and what runs in it. */
export async function describe(place: Place, name: string): Promise<ExitCode> {
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

/** Removes an environment in which nothing goes on, after asking where that is due; what ran in it is not touched. */
export async function remove(
  places: Places<PlaceOptions & { readonly yes: boolean }>,
  name: string,
): Promise<ExitCode> {
  const { options, terminal, command, registration } = places;
  const place = await places.of(name);
  const { store, making } = place;
  const environment = await environmentOf(place, name);
  const refuse = (open: readonly string[]) => {
    if (open.length === 0) return;
    const help = `wait until they have ended, or stop them: \`${command('stop', open[0]!, '--env', name)}\``;
    const values = { environment: name, count: open.length };
    throw new StoreError(problem('PLAN7032', { file: place.name }, values, { help }));
  };
  refuse(await openIn(store, name));
  const answer = await confirmRemoval(place, environment);
  if (answer !== 'agreed') return answer;
  await making.raze(name);
  refuse(await removeEnvironment(store, name));
  if (registration(name) !== undefined) await unregister(name, terminal);
  if (options.json) writeJson({ removed: name, problems: [] }, terminal);
  else say(`removed the environment ${name}; its history, and what runs in it, stay`, options, terminal);
  return exitCodes.ok;
}
