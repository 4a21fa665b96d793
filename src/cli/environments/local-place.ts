import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type Problem, problem } from '../../diagnostics/problem.js';
import { foldersOf } from '../../engines/local/folders.js';
import { userName } from '../../engines/local/user-name.js';
import { environmentNames } from '../../environment/environments.js';
import { environmentsPrefix } from '../../environment/keys.js';
import { orRefused } from '../../environment/refused.js';
import { StoreError } from '../../ports/store-error.js';
import { ownCommand } from '../own-command.js';
import { makeInAws, upwards } from './environments-file.js';
import type { Asked, KnownStacks, Making, Pace, Place, PlaceOptions } from './place.js';

const usual = '.plancc';

/** The folder of local environments, absolute: the one that is named, else the nearest, else the folder's own. */
export const localRoot = ({ options, terminal: { folder } }: Pick<Asked, 'options' | 'terminal'>): string =>
  options.store === undefined
    ? (upwards(folder, usual) ?? join(folder, usual))
    : resolve(folder, options.store);

/** Environments in a folder. Where there is none, `begins` says whether one may be made. */
export async function localPlace<O extends PlaceOptions>(
  asked: Asked<O>,
  begins: boolean,
): Promise<Place<O>> {
  const { options, terminal, registered } = asked;
  const root = localRoot(asked);
  const name = relative(terminal.folder, root) || '.';
  const isThere = existsSync(root);
  if (!isThere && !begins) throw new StoreError(noStore(name, options));
  // Listing what cannot be listed would look like an empty store.
  if (isThere)
    await orRefused(root, () => {
      for (const one of [root, foldersOf(root).store]) if (existsSync(one)) readdirSync(one);
    });
  const [{ createStore }, { wakeIfBusy }] = await Promise.all([
    import('../../engines/local/store/index.js'),
    import('../../engines/local/host/start.js'),
  ]);
  const store = createStore(foldersOf(root).store);
  if (!begins) wakeIfBusy(root, ownCommand());
  // What is known to be in AWS is not meant here.
  const isOurs = (environment: string) => !registered.includes(environment);
  const place: Place<O> = {
    ...asked,
    name,
    store,
    names: async () => (await environmentNames(store)).filter(isOurs),
    namesEver: async () => (await store.folders(environmentsPrefix)).filter(isOurs),
    by: userName(),
    making,
    stacks: stacksIn(root),
    pace: paceIn(name),
    work: async () => {
      const { openLocal } = await import('../../engines/local/index.js');
      const { ports, wake } = await openLocal(root, ownCommand());
      let isMade = existsSync(root);
      return {
        ...place,
        store: ports.store,
        ports,
        wake: async () => {
          // Whoever is woken makes the folder anew.
          if (isMade && !existsSync(root)) throw new StoreError(noStore(name, options));
          isMade = true;
          await wake();
        },
      };
    },
  };
  return place;
}

const making: Making = {
  build: async () => undefined,
  raze: async () => undefined,
  byDeploying: true,
};

const stacksIn = (root: string): KnownStacks => ({
  owned: async () => (await import('./recorded-stacks.js')).recordedStacks(root),
  recorded: async () => (await import('./recorded-stacks.js')).recordedNames(root),
});

const paceIn = (name: string): Pace => ({
  pauses: { least: 20, most: 600, onTerminal: 200 },
  uptake: {
    patience: 20_000,
    pause: 15,
    help: `it is not lost: whoever works on ${name} next takes it up`,
  },
});

/** Says that there is nothing to read. */
function noStore(folder: string, { store }: PlaceOptions): Problem {
  const help =
    store === undefined
      ? `deploy something first: \`plancc deploy --env dev\`; ${makeInAws}; or name a store with \`--store <folder>\``
      : 'name the folder that `plancc deploy` has made, which is `.plancc` where nothing else was said';
  return problem('PLAN7020', { file: folder }, { folder }, { help });
}
