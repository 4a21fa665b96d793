import type { Identities } from '../../ports/identities.js';
import type { Ports } from '../../ports/index.js';

/** The world as the controller sees it. */
export interface World extends Ports {
  readonly identities: Identities;
  readonly settings: Settings;
}

/** What an engine has made for an environment. */
export interface Settings {
  /** ARN of the state machine that drives deployments. */
  readonly driver: string;
  /** ARN of the function that works for the states of plancc. */
  readonly worker: string;
  /** ARN of the policy that bounds every role of a plan; empty for none. */
  readonly permissionsBoundary: string;
  /** Name of the bucket with distributions, deployments and logs. */
  readonly storeBucket: string;
  /** Image that brings the program which runs the jobs of a runner. */
  readonly runnerImage: string;
}
