import type { JsonObject } from '../source/document.js';

/** The runner of a plan that a job is for, as the lowered state names it; the environment's default runner when absent. */
export interface RunnerSettings {
  readonly Name: string;
  readonly Queue: string;
  readonly TaskDefinition: string;
  readonly Subnets?: readonly string[];
  readonly SecurityGroups?: readonly string[];
  readonly AssignPublicIp?: 'ENABLED' | 'DISABLED';
  readonly IdleTimeout?: string;
  readonly MaxConcurrency?: number;
  readonly Startup?: readonly string[];
}

/** A job in a queue. It holds no secrets, only references to them. */
export interface Job {
  /** The same id is the same job. Can be the name of a file. */
  readonly id: string;
  /** The same for all attempts of one entry of a state: a retry takes over a job that still runs. */
  readonly entry: string;
  readonly type: 'runner' | 'cdk';
  readonly state: string;
  /** Of a Map's iterations, one index a level; empty outside. */
  readonly iteration: readonly number[];
  /** Answers the state. */
  readonly token: string;
  readonly environment: string;
  readonly distribution: { readonly name: string; readonly version: string; readonly id: string };
  readonly deployment: string;
  readonly runner?: RunnerSettings | undefined;
  readonly properties: JsonObject;
  readonly payload: object;
  /** Milliseconds since 1970. */
  readonly submitted: number;
}

/** Takes jobs for runners and sees that a host of the runner does them. */
export interface Jobs {
  /** The same job again changes nothing. */
  readonly submit: (job: Job) => Promise<void>;
}
