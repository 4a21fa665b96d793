import { hash } from 'node:crypto';
import { runnerIds } from '../../../cloudformation/logical-id.js';
import { readDocument } from '../../../environment/documents.js';
import { ownEnvironment } from '../../../environment/jobs/inherited.js';
import {
  defaultRunner,
  type Runner,
  usualIdleTimeout,
  usualMaxConcurrency,
} from '../../../environment/jobs/job-host.js';
import { planStackName } from '../../../environment/plan-stack-name.js';
import { isList, objectOr } from '../../../language/json.js';
import type { Job } from '../../../ports/jobs.js';
import type { ObjectStore } from '../../../ports/object-store.js';
import { type Mocks, runnerIn } from '../mocks/mocks.js';
import { localAccount } from '../names.js';
import type { StackRecord } from '../stacks/record.js';
import { recordKey } from '../stacks/stack-place.js';

export const nameOf = ({ runner }: Job): string => runner?.Name ?? defaultRunner;

/** What a job's runner is made with; mocks say what it does in the place of its image. */
export async function runnerOf(job: Job, mocks: Mocks, stacks: ObjectStore): Promise<Runner> {
  const {
    Startup = [],
    IdleTimeout = usualIdleTimeout,
    MaxConcurrency = usualMaxConcurrency,
  } = job.runner ?? {};
  const name = nameOf(job);
  return {
    name,
    startup: runnerIn(mocks, name)?.Startup ?? Startup,
    variables: job.runner === undefined ? {} : await variablesOf(job, name, stacks),
    idleTimeout: IdleTimeout,
    maxConcurrency: MaxConcurrency,
  };
}

/**
 * Another one does the jobs when anything of it is changed, or the environment of this process, which jobs inherit: keys and
 * profiles of someone else, or of an hour ago, are not theirs.
 */
export function keyOf({ environment, distribution }: Job, runner: Runner): string {
  const inherited = Object.entries(ownEnvironment())
    .filter(([name]) => !ofShell.test(name))
    .sort();
  const digest = hash('sha256', JSON.stringify([runner, inherited])).slice(0, 12);
  return [environment, distribution.name, digest].join('~');
}

/** Variables that shells, terminals and npm set anew for each command or window. */
const ofShell = /^(_|PWD|OLDPWD|SHLVL|COLUMNS|LINES|TERM.*|WINDOWID|SSH_.*|npm_.*)$/;

/**
 * The `Environment` of the plan's runner, as its stack has it. In AWS it is there already when a container starts; what it
 * says beside is for the program that does the jobs.
 */
async function variablesOf(job: Job, name: string, stacks: ObjectStore): Promise<Runner['variables']> {
  const stack = planStackName(job.environment, job.distribution.name);
  const place = recordKey({ name: stack, region: 'local', account: localAccount });
  const record = await readDocument<StackRecord>(stacks, place);
  const { properties } = objectOr(record?.resources[runnerIds(name).taskDefinition]);
  const { ContainerDefinitions } = objectOr(properties);
  if (!isList(ContainerDefinitions)) return {};
  const { Environment } = objectOr(
    ContainerDefinitions.find((container) => objectOr(container).Name === 'runner'),
  );
  if (!isList(Environment)) return {};
  return Object.fromEntries(
    Environment.map(objectOr)
      .map(({ Name, Value }) => [String(Name), String(Value)] as const)
      .filter(([variable]) => !variable.startsWith('PLANCC_')),
  );
}
