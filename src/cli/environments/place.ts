import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { problem } from '../../diagnostics/problem.js';
import { foldersOf } from '../../engines/local/folders.js';
import { orRefused } from '../../environment/refused.js';
import type { Ports } from '../../ports/index.js';
import type { ObjectStore } from '../../ports/object-store.js';
import { StoreError } from '../../ports/store-error.js';
import type { ExitCode } from '../command.js';
import { located } from '../compile-plan.js';
import { ownCommand } from '../own-command.js';
import { type ReportOptions, report } from '../report.js';
import { shellWord } from '../shell-word.js';
import type { Terminal } from '../terminal.js';

export interface PlaceOptions extends ReportOptions {
  readonly json: boolean;
  readonly store: string | undefined;
}

/** The environments that a command works on, and who it talks to. */
export interface Place<O extends PlaceOptions = PlaceOptions> {
  /** The folder of the local engine, absolute, and as the user would name it. */
  readonly root: string;
  readonly folder: string;
  readonly store: ObjectStore;
  readonly options: O;
  readonly terminal: Terminal;
  /** A command on the same environments, as it is typed. */
  readonly command: (...words: readonly string[]) => string;
}

/** The same with the engine, which does what is put into the store. */
export interface Working<O extends PlaceOptions = PlaceOptions> extends Place<O> {
  readonly ports: Ports;
  /** Sees that somebody takes up what was put. */
  readonly wake: () => Promise<void>;
}

const usual = '.plancc';

/** Runs a command that reads; what keeps it from what it wants is told as a problem. */
export const reading = <O extends PlaceOptions>(
  options: O,
  terminal: Terminal,
  run: (place: Place<O>) => Promise<ExitCode>,
): Promise<ExitCode> =>
  told(options, terminal, async () => {
    const place = await placeOf(options, terminal, false);
    const [{ createStore }, { wakeIfBusy }] = await Promise.all([
      import('../../engines/local/store/index.js'),
      import('../../engines/local/host/start.js'),
    ]);
    wakeIfBusy(place.root, ownCommand());
    return run({ ...place, store: createStore(foldersOf(place.root).store) });
  });

/** Runs a command that changes something. One that makes environments may begin a store. */
export const working = <O extends PlaceOptions>(
  options: O,
  terminal: Terminal,
  run: (place: Working<O>) => Promise<ExitCode>,
  begins = false,
): Promise<ExitCode> =>
  told(options, terminal, async () => {
    const place = await placeOf(options, terminal, begins);
    const { openLocal } = await import('../../engines/local/index.js');
    const { ports, wake } = await openLocal(place.root, ownCommand());
    return run({ ...place, store: ports.store, ports, wake });
  });

async function told(
  options: PlaceOptions,
  terminal: Terminal,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return report(await located([error.problem]), {}, options, terminal);
  }
}

async function placeOf<O extends PlaceOptions>(
  options: O,
  terminal: Terminal,
  begins: boolean,
): Promise<Omit<Place<O>, 'store'>> {
  const root =
    options.store === undefined ? nearest(terminal.folder) : resolve(terminal.folder, options.store);
  const same = options.store === undefined ? [] : ['--store', options.store];
  const folder = relative(terminal.folder, root) || '.';
  const isThere = existsSync(root);
  if (!isThere && !begins) throw new StoreError(noStore({ folder, options }));
  // Listing what cannot be listed would look like an empty store.
  if (isThere)
    await orRefused(root, () => {
      for (const one of [root, foldersOf(root).store]) if (existsSync(one)) readdirSync(one);
    });
  return {
    root,
    folder,
    options,
    terminal,
    command: (...words) => ['plancc', ...words, ...same].map(shellWord).join(' '),
  };
}

/** The store of a folder or the nearest one above; the folder's own where there is none. */
function nearest(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, usual))) return join(folder, usual);
    if (dirname(folder) === folder) return join(from, usual);
  }
}

/** Says that there is nothing to read. */
export const noStore = ({ folder, options }: Pick<Place, 'folder' | 'options'>) =>
  problem(
    'PLAN7020',
    { file: folder },
    { folder },
    {
      help:
        options.store === undefined
          ? 'deploy something first: `plancc deploy --env dev`; or name a store with `--store <folder>`'
          : 'name the folder that `plancc deploy` has made, which is `.plancc` where nothing else was said',
    },
  );
