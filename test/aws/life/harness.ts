import { spawn } from 'node:child_process';
import { S3Client } from '@aws-sdk/client-s3';
import * as assert from 'uvu/assert';
import { storeBucket } from '../../../src/engines/aws/names.js';
import { createStore } from '../../../src/engines/aws/store/index.js';
import type { ObjectStore } from '../../../src/ports/object-store.js';
import { bin, environment as environmentOf, type Ran } from '../../cli/plancc.js';
import { type Files, newFolder, write } from '../../folder.js';
import { settings } from '../emulator/account.js';
import type { Credentials, Emulator } from '../emulator/index.js';
import { onEmulator } from '../emulator/suite.js';
import { until } from '../emulator/until.js';

/** Who runs a command; the root user of the account where nobody is named. */
interface As {
  readonly as?: Credentials | undefined;
}

/** An account that is set up, and the folder of those who work with its environments. */
export interface Life {
  readonly emulator: Emulator;
  readonly folder: string;
  /** Writes a project into a folder of that name. */
  readonly project: (name: string, files: Files) => void;
  /** Runs the real command. Words with spaces stand in single quotes. */
  readonly run: (line: string, as?: As) => Promise<Ran>;
  /** The same of one that has to end with a status; gives all that it prints. */
  readonly done: (line: string, given?: As & { readonly status?: number }) => Promise<string>;
  /** The store, as somebody may use it. */
  readonly storeOf: (as?: As) => ObjectStore;
  /** Waits until something waits for an approval of that many. */
  readonly waiting: (environment: string, count?: number) => Promise<readonly string[]>;
}

export const account = '123456789012';
export const region = 'us-east-1';
export const bucket = storeBucket(account, region);

/** Tests on one account: `plancc setup` comes first, and `plancc env create` for each of these, with their options. */
export function onAccount(name: string, environments: readonly string[]) {
  const tests = onEmulator(name);
  let life: Promise<Life> | undefined;
  return {
    test: (title: string, test: (life: Life) => Promise<void>) =>
      tests.test(title, async (emulator) => {
        life ??= newLife(emulator, environments);
        await test(await life);
      }),
    run: () => tests.run(),
  };
}

async function newLife(emulator: Emulator, environments: readonly string[]): Promise<Life> {
  const folder = newFolder();
  const run: Life['run'] = (line, { as } = {}) => ran(wordsOf(line), folder, emulator.environment(as));
  const done: Life['done'] = async (line, { status: expected = 0, as } = {}) => {
    const { status, stdout, stderr } = await run(line, { as });
    assert.is(status, expected, `plancc ${line}\n${stdout}${stderr}`);
    return stdout + stderr;
  };
  const storeOf: Life['storeOf'] = ({ as } = {}) => createStore(new S3Client(settings(emulator, as)), bucket);
  await done('setup --yes');
  for (const environment of environments)
    await done(`env create ${environment} --region ${region} --subnets subnet-1`);
  return {
    ...{ emulator, folder, run, done, storeOf },
    project: (name, files) => {
      for (const [path, content] of Object.entries(files)) write(`${folder}/${name}`, path, content);
    },
    waiting: (environment, count = 1) =>
      until(async () => {
        const keys = await storeOf().list(`environments/${environment}/waiting/`);
        return keys.length === count ? keys : undefined;
      }, 60),
  };
}

const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word!);

function ran(words: readonly string[], cwd: string, env: { readonly [name: string]: string }): Promise<Ran> {
  const child = spawn(process.execPath, [bin, ...words], {
    cwd,
    env: environmentOf(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })));
}
