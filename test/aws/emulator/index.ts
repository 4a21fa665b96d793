import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Asked, Policy } from '../iam/allows.js';

/** One call of the API, as it was recorded. */
export interface Call {
  /** ARN of the user or of the session of a role. */
  readonly principal: string;
  /** ARN of the role of a session, else that of the user. */
  readonly source: string;
  readonly account: string;
  readonly region: string;
  readonly service: string;
  readonly operation: string;
  /** The operation in the words of IAM. */
  readonly action: string;
  /** ARNs, as far as the parameters tell. */
  readonly resources: readonly string[];
  /** What IAM is asked for it. */
  readonly asked: readonly Asked[];
  /** Name of the policies that the caller had then, of those that are looked at. */
  readonly grants: string | null;
  readonly params: { readonly [name: string]: unknown };
  /** Of the answer, as HTTP has it. */
  readonly status: number;
}

/** Policies that a caller had. */
export interface Grants {
  readonly name: string;
  /** ARN of the role or user. */
  readonly source: string;
  readonly policies: { readonly [name: string]: Policy };
  readonly boundary: Policy | null;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface Identity {
  readonly account: string;
  readonly arn: string;
  /** The unique id, of a session with its name behind it, as notifications of S3 have it after `AWS:`. */
  readonly id: string;
}

export interface Emulator {
  readonly url: string;
  /** For processes that are to find the emulator, with the credentials given or those of the account's root user. */
  readonly environment: (credentials?: Credentials, region?: string) => { readonly [name: string]: string };
  /** All calls so far. */
  readonly calls: () => readonly Call[];
  /** All policies that callers had. */
  readonly grants: () => readonly Grants[];
  /** Whom credentials belong to. */
  readonly identityOf: (credentials: Credentials) => Promise<Identity>;
  /** Ends a process of a function once it has called AWS so many times, before it is answered the last of them. */
  readonly kill: (functionName: string, afterCalls: number) => Promise<void>;
  /** Names of the functions that were ended so. */
  readonly killed: () => Promise<readonly string[]>;
  /** What a state of a distribution comes to, attempt by attempt, instead of the call that it makes. */
  readonly answer: (distribution: string, state: string, outcomes: readonly object[]) => Promise<void>;
  /** Lets a rule with a schedule do what it does when its time has come. */
  readonly fire: (rule: string, account?: string, region?: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface Options {
  /** How long a second of `Wait` and of the interval of a retry takes, in seconds; timeouts and heartbeats take their time. */
  readonly second?: number;
  /** The longest time that a message which a function failed on is invisible, in seconds. */
  readonly redelivery?: number;
}

/** Of the default account. */
export const rootCredentials: Credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

const python = 'import importlib.util, sys; sys.exit(importlib.util.find_spec("moto") is None)';

/** Whether Python and moto are there. In CI, where all tests must run, it is a failure when they are not. */
export function hasEmulator(): boolean {
  if (spawnSync('python3', ['-c', python]).status === 0) return true;
  if (process.env.CI !== undefined) throw new Error('install `moto[server]` for python3, which tests need');
  console.log('tests against the emulator of AWS are skipped: `moto` is not installed for python3');
  return false;
}

export async function startEmulator({ second = 0.1, redelivery = 0.5 }: Options = {}): Promise<Emulator> {
  const folder = mkdtempSync(join(tmpdir(), 'plancc-emulator-'));
  const calls = join(folder, 'calls.jsonl');
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let log = '';
  const server = spawn('python3', ['-u', join(import.meta.dirname, 'launcher.py'), String(port)], {
    env: {
      ...process.env,
      EMULATOR_CALLS: calls,
      EMULATOR_SECOND: String(second),
      EMULATOR_REDELIVERY: String(redelivery),
    },
    stdio: ['ignore', 'ignore', process.env.EMULATOR_LOG === undefined ? 'pipe' : 'inherit'],
  });
  server.stderr?.on('data', (text) => {
    log += text;
  });
  const end = () => server.kill();
  process.on('exit', end);
  await ready(url, server, () => log);
  const ask = async <T>(what: string, body: object): Promise<T> => {
    const answer = await fetch(`${url}/emulator/${what}`, { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json() as Promise<T>;
  };
  return {
    url,
    environment: (credentials = rootCredentials, region = 'us-east-1') => ({
      AWS_ENDPOINT_URL: url,
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_SESSION_TOKEN: credentials.sessionToken ?? '',
    }),
    calls: () => readLines(calls),
    grants: () => readLines(`${calls}.grants`),
    identityOf: ({ accessKeyId }) => ask('identity', { accessKeyId }),
    killed: async () => (await ask<{ readonly functions: readonly string[] }>('killed', {})).functions,
    kill: (functionName, afterCalls) => ask('kill', { function: functionName, afterCalls }),
    answer: (distribution, state, outcomes) => ask('answer', { distribution, state, outcomes }),
    fire: (rule, account = '123456789012', region = 'us-east-1') => ask('fire', { rule, account, region }),
    stop: async () => {
      // What it did not foresee is no answer of AWS, and whoever meets it is to know.
      if (log.includes('Traceback')) console.error(log.slice(log.lastIndexOf('Traceback')));
      process.off('exit', end);
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

const readLines = <T>(file: string): readonly T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

async function ready(url: string, server: ChildProcess, log: () => string): Promise<void> {
  while (server.exitCode === null) {
    const answer = await fetch(`${url}/emulator/ready`, { method: 'POST', body: '{}' }).catch(
      () => undefined,
    );
    if (answer?.ok) return;
    await setTimeout(100);
  }
  throw new Error(`the emulator does not start: ${log()}`);
}
