import { plain } from '../../diagnostics/formats/text.js';
import { hasEnded, readDeployment } from '../../environment/deployments.js';
import { openIn } from '../../environment/environments.js';
import { inventoryNames, readInventory } from '../../environment/inventory.js';
import { waitingPrefix } from '../../environment/keys.js';
import type { Deployment, Environment, Inventory } from '../../environment/records.js';
import type { ExitCode } from '../command.js';
import { located } from '../compile-plan.js';
import { withNames } from '../person.js';
import { give, report, say } from '../report.js';
import { type Tolerant, tolerant } from './damaged.js';
import { deploymentIds } from './deployment-names.js';
import { environmentOf } from './environment-names.js';
import type { Place, PlaceOptions } from './place.js';
import type { Places } from './places.js';
import { dateTime, table, widthOf } from './table.js';

interface StatusOptions extends PlaceOptions {
  readonly env: string | undefined;
}

/** A distribution in an environment. */
interface Standing {
  readonly environment: string;
  readonly name: string;
  /** What runs. */
  readonly inventory: Inventory | undefined;
  /** The deployment that goes on, else the newest one, which may not be the one that brought what runs. */
  readonly last: Deployment | undefined;
  /** How many deployments queue behind it. */
  readonly queued: number;
  /** How many approvals it waits for. */
  readonly waits: number;
}

/** What runs where. */
export async function status(places: Places<StatusOptions>): Promise<ExitCode> {
  const { options, terminal, command } = places;
  const damaged = tolerant();
  const { found, problems: unread } = await places.each(options.env, (place) =>
    standingsAt(place, options.env, damaged.read),
  );
  const environments = found.flatMap((one) => one.environments);
  const standings = found.flatMap((one) => one.standings);
  const removed = found.flatMap((one) => one.removed);
  const problems = [...unread, ...damaged.problems];
  if (options.json) {
    const shownOnes = {
      environments: environments.map(shownEnvironment),
      distributions: standings.map(shown),
    };
    return report(await located(problems), shownOnes, options, terminal);
  }
  const names = [...new Set(standings.map(({ name }) => name))].sort();
  const columns = terminal.out.columns() || Number.POSITIVE_INFINITY;
  const groups = names.length === 0 ? [] : fitting(environments, standings, columns);
  for (const group of groups) give(table(matrix(group, names, standings)), terminal);
  for (const name of removed)
    say(
      `${name} was removed; what ran in it stays, and so does its history: \`${command('history', '--env', name)}\``,
      options,
      terminal,
    );
  if (names.length + problems.length + removed.length === 0)
    say(
      `nothing is deployed; \`${command('deploy', '--env', environments[0]?.name ?? 'dev')}\` does`,
      options,
      terminal,
    );
  return report(await located(problems), {}, options, terminal);
}

async function standingsAt(place: Place, named: string | undefined, read: Tolerant['read']) {
  const known = named === undefined ? await place.names() : [named];
  const found = await Promise.all(known.map((name) => read(environmentOf(place, name))));
  const environments = found.filter((environment) => environment !== undefined);
  const standings = await Promise.all(environments.map((one) => standingsIn(place, one, read)));
  const removed =
    named === undefined ? (await place.namesEver()).filter((name) => !known.includes(name)) : [];
  return { environments, standings: standings.flat(), removed };
}

async function standingsIn(
  { store }: Place,
  { name: environment }: Environment,
  read: Tolerant['read'],
): Promise<readonly Standing[]> {
  const [running, ids, open] = await Promise.all([
    inventoryNames(store, environment),
    deploymentIds(store, environment),
    openIn(store, environment).then((found) => new Set(found)),
  ]);
  const names = [...new Set([...running, ...ids.keys()])].sort();
  return Promise.all(
    names.map(async (name) => {
      const inventory = await read(readInventory(store, environment, name));
      const own = ids.get(name) ?? [];
      const newest = own.at(-1);
      const records = await Promise.all(
        own
          .filter((id) => open.has(id) || id === newest)
          .map((deployment) => read(readDeployment(store, { environment, name, deployment }))),
      );
      const known = records.filter((record) => record !== undefined);
      const driven = known.find((record) => record.status !== 'queued' && !hasEnded(record));
      const last = driven ?? known.find(({ deployment }) => deployment === newest);
      const queued = known.filter((record) => record.status === 'queued' && record !== last).length;
      const goesOn = last && !hasEnded(last);
      const waits = goesOn ? (await store.list(waitingPrefix(environment, name, last.deployment))).length : 0;
      return { environment, name, inventory, last, queued, waits };
    }),
  );
}

/** A row for each distribution, two lines of cells: what runs and what became of the newest deployment, and since when. */
function matrix(
  environments: readonly Environment[],
  names: readonly string[],
  standings: readonly Standing[],
): readonly (readonly string[])[] {
  const rows = names.flatMap((name) => {
    const cells = environments.map(({ name: environment }) =>
      cellOf(standings.find((one) => one.name === name && one.environment === environment)),
    );
    return [0, 1].map((line) => [line === 0 ? name : '', ...cells.map((cell) => cell[line]!)]);
  });
  return [['', ...environments.map(({ name }) => name)], ...rows];
}

function cellOf(standing: Standing | undefined): readonly [runs: string, since: string] {
  if (standing === undefined) return ['-', ''];
  const { inventory, last, queued, waits } = standing;
  const state = waits > 0 ? 'waits for approval' : last?.status;
  const note =
    last === undefined || last.deployment === inventory?.deployment ? '' : `${last.version} ${state}`;
  const behind = queued === 0 ? '' : `${queued} queued`;
  const runs = [inventory?.version ?? '-', note, behind].filter((word) => word !== '').join(', ');
  return [
    runs,
    inventory === undefined ? '' : `since ${dateTime(inventory.since)} by ${withNames(plain(inventory.by))}`,
  ];
}

/** Environments in groups, each as wide as there is room for. */
function fitting(
  environments: readonly Environment[],
  standings: readonly Standing[],
  columns: number,
): readonly (readonly Environment[])[] {
  const groups: Environment[][] = [];
  const first = Math.max(0, ...standings.map(({ name }) => name.length)) + 2;
  let used = 0;
  for (const environment of environments) {
    const cells = standings.filter((one) => one.environment === environment.name).flatMap(cellOf);
    const width = Math.max(environment.name.length, ...cells.map(widthOf)) + 2;
    const group = groups.at(-1);
    if (group !== undefined && used + width <= columns) {
      group.push(environment);
      used += width;
    } else {
      groups.push([environment]);
      used = first + width;
    }
  }
  return groups;
}

const shownEnvironment = ({ name, kind }: Environment) => ({ name, kind });

const shown = ({ environment, name, inventory, last, queued, waits }: Standing) => ({
  environment,
  name,
  ...(inventory && {
    runs: {
      version: inventory.version,
      id: inventory.id,
      deployment: inventory.deployment,
      since: inventory.since,
      by: inventory.by,
    },
  }),
  ...(last && {
    last: {
      deployment: last.deployment,
      version: last.version,
      action: last.action,
      status: last.status,
      by: last.requested.by,
      at: last.requested.at,
      waits,
      queued,
    },
  }),
});
