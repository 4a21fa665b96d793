import type { Identities } from '../../ports/identities.js';
import type { Ports } from '../../ports/index.js';
import type { PlanStacks } from '../../ports/stacks.js';

/** The world as the controller sees it. */
export interface World extends Omit<Ports, 'assemblies' | 'stacks'> {
  readonly stacks: PlanStacks;
  readonly identities: Identities;
  readonly settings: Settings;
}

/** What an engine has made for an environment. */
export interface Settings {
  /** ARN of the state machine that drives deployments. */
  readonly driver: string;
  /** ARN of the function that works for the states of plancc. */
  readonly worker: string;
  /** ARN of that function's role. */
  readonly workerRole: string;
  /** ARN of the policy that bounds every role of a plan; empty for none. */
  readonly permissionsBoundary: string;
  /** Name of the bucket with distributions, deployments and logs. */
  readonly storeBucket: string;
  /** Key in that bucket of the program which runs the jobs of a runner. */
  readonly runnerProgram: string;
}
