import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const bin = join(import.meta.dirname, '../../bin/plancc.cjs');

/** A line of bash that makes `plancc` ours. */
export const ourPlancc = `plancc() { '${process.execPath}' '${bin}' "$@"; }`;

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type Environment = { readonly [name: string]: string };

interface Given extends Pick<SpawnSyncOptions, 'cwd' | 'input' | 'uid'> {
  readonly env?: Environment;
}

/** Nothing of the terminal that the tests run in gets through. */
export function environment(env: Environment = {}): NodeJS.ProcessEnv {
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  return { ...inherited, ...env };
}

function run(command: string, words: readonly string[], { env, ...given }: Given): Ran {
  const { status, stdout, stderr } = spawnSync(command, words, {
    input: '',
    ...given,
    env: environment(env),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** Runs the real executable. */
export const plancc = (words: readonly string[], given: Given = {}): Ran =>
  run(process.execPath, [bin, ...words], given);

/** Runs a line of bash with the real executable. */
export const bash = (line: string, given: Given = {}): Ran =>
  run('bash', ['-c', `${ourPlancc}\n${line}`], given);

/** The smallest plan there is, and one with an error and a warning on known lines. */
export const good = 'Name: small\nVersion: 1.0.0\nStates:\n  Wait: { Type: Wait, Seconds: 1 }\n';
export const bad = 'Name: small\nVersion: 1.0.0\nStates:\n  Wait: { Type: Wait, Seconds: 1, Next: Wiat }\n';
