import { join } from 'node:path';
import { readArguments } from '../../../src/cli/arguments.js';
import type { Command } from '../../../src/cli/command.js';
import { helpOn } from '../../../src/cli/commands/help.js';
import type { Terminal } from '../../../src/cli/terminal.js';
import { createStore } from '../../../src/engines/local/store/index.js';
import { deploymentKey, environmentKey, inventoryKey } from '../../../src/environment/keys.js';
import type { Deployment, Environment, Inventory } from '../../../src/environment/records.js';
import { newFolder } from '../../folder.js';

/** What a command said. */
export interface Said {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in this process, as it is typed. */
export async function ran(command: Command, words: string, folder: string): Promise<Said> {
  const read = readArguments(
    [command.name, ...words.split(' ').filter((word) => word !== '')],
    [command, helpOn([])],
  );
  if (read.kind !== 'run') throw new Error('message' in read ? read.message : read.kind);
  const said = { out: '', err: '' };
  const stream = (name: 'out' | 'err') => ({
    write: (text: string | Buffer) => {
      said[name] += text;
    },
    isTerminal: () => false,
    colour: () => false,
    live: () => false,
    columns: () => undefined,
    rows: () => undefined,
  });
  const terminal: Terminal = {
    out: stream('out'),
    err: stream('err'),
    folder,
    readInput: () => Buffer.of(),
    ask: async () => undefined,
    interruption: () => new AbortController().signal,
  };
  const status = await read.command.run(read.operands, read.options, terminal);
  return { status, stdout: said.out, stderr: said.err };
}

export const id = (digit: string): string => digit.repeat(64);

export const environment = (name: string, more: Partial<Environment> = {}): Environment => ({
  name,
  kind: 'test',
  concurrency: 'queue',
  approvals: 0,
  created: { by: 'anna', at: '2026-11-01T08:00:00.000Z' },
  ...more,
});

export const deployment = (
  more: Partial<Deployment> & Pick<Deployment, 'deployment' | 'name'>,
): Deployment => ({
  environment: 'dev',
  version: '1.0.0',
  id: id('a'),
  action: 'deploy',
  status: 'succeeded',
  requested: { by: 'anna', at: '2026-11-23T10:00:00.000Z' },
  started: '2026-11-23T10:00:01.000Z',
  changing: '2026-11-23T10:00:02.000Z',
  ended: '2026-11-23T10:01:12.000Z',
  retries: 0,
  outputs: {},
  decisions: [],
  ...more,
});

export const inventory = (more: Partial<Inventory> = {}): Inventory => ({
  version: '1.0.0',
  id: id('a'),
  outputs: {},
  since: '2026-11-23T10:01:12.000Z',
  by: 'anna',
  deployment: '20261123-100000-00000a',
  dependencies: {},
  ...more,
});

/** A folder with a store of these documents. */
export async function folderWith({
  environments = [],
  deployments = [],
  inventories = {},
  documents = {},
}: {
  readonly environments?: readonly Environment[];
  readonly deployments?: readonly Deployment[];
  /** By `environment/name`. */
  readonly inventories?: { readonly [where: string]: Inventory };
  /** By key. */
  readonly documents?: { readonly [key: string]: object };
}): Promise<string> {
  const folder = newFolder();
  const store = createStore(join(folder, '.plancc/store'));
  const put = (key: string, document: object) =>
    store.putIfAbsent(key, Buffer.from(JSON.stringify(document)));
  for (const one of environments) await put(environmentKey(one.name), one);
  for (const one of deployments) await put(deploymentKey(one.environment, one.name, one.deployment), one);
  for (const [where, one] of Object.entries(inventories)) {
    const [at, name] = where.split('/');
    await put(inventoryKey(at!, name!), one);
  }
  for (const [key, one] of Object.entries(documents)) await put(key, one);
  return folder;
}
