import { hash } from 'node:crypto';
import { defaultRunner } from '../../../environment/jobs/job-host.js';
import { environmentRunners, runnerKey } from '../../../environment/keys.js';
import { canonical } from '../../../language/json.js';
import type { Job, RunnerSettings } from '../../../ports/jobs.js';

/** A job in the store, with the key of the runner that is to do it. */
export interface StoredJob extends Job {
  readonly runnerKey: string;
}

/** A runner in the store, and who does its jobs. */
export interface RunnerRecord {
  readonly settings: RunnerSettings;
  /** Absent when nobody does. */
  readonly host?: HostRecord | undefined;
}

/** A host counts until a time, in milliseconds since 1970, which one that works puts off again and again. */
export type HostRecord =
  /** Its task was asked for, and is known by its ARN if ECS took it. */
  | { readonly starting: string; readonly task?: string; readonly until: number }
  | { readonly running: string; readonly until: number };

/** What the runner of an environment is that no plan has made. */
export type DefaultRunner = Pick<RunnerSettings, 'Queue' | 'TaskDefinition'>;

/** What a job's runner is made with. */
export const settingsOf = ({ runner }: Pick<Job, 'runner'>, usual: DefaultRunner): RunnerSettings =>
  runner ?? { Name: defaultRunner, ...usual };

/** Where a job's runner is in the store. It is another one when anything is changed that it is made with. */
export function keyOfRunner(
  { environment, distribution, runner }: Pick<Job, 'environment' | 'distribution' | 'runner'>,
  settings: RunnerSettings,
): string {
  const owner = runner === undefined ? environmentRunners : distribution.name;
  return runnerKey(environment, owner, hash('sha256', canonical({ ...settings })).slice(0, 16));
}

/** Whether someone works, or will soon. */
export const isThere = ({ host }: RunnerRecord, now: number): boolean =>
  host !== undefined && host.until > now;
