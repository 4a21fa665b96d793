import type { Concurrency } from '../language/values.js';
import type { StackChange } from '../ports/stacks.js';
import type { Json, JsonObject } from '../source/document.js';

/** The JSON documents of an environment's store. Times are RFC 3339. */

export interface Environment {
  readonly name: string;
  /** Deployments to production ask first. */
  readonly kind: 'test' | 'production';
  /** What a deployment does while another one of the same distribution runs, where that does not say so itself. */
  readonly concurrency: Concurrency;
  /** How many people other than the one who requested a deployment have to approve it, whatever its plan asks. */
  readonly approvals: number;
  readonly created: Act;
}

/** Who did something, and when. */
export interface Act {
  readonly by: string;
  readonly at: string;
}

export interface Version {
  readonly version: string;
  readonly id: string;
}

/** What is asked of an environment. Its key says which environment, distribution and deployment; its body never does. */
export type Request =
  | (Version & {
      readonly action: 'deploy' | 'rollback' | 'promote';
      /** The environment that a promoted version comes from. */
      readonly from?: string | undefined;
      /** Of a local environment: failures to rehearse, the name of a stack with the resource that fails. */
      readonly rehearse?: { readonly [stack: string]: string } | undefined;
    })
  | { readonly action: 'stop' | 'retry'; readonly deployment: string };

export type DeploymentStatus =
  | 'requested'
  | 'queued'
  | 'running'
  | 'succeeded'
  /** The plan, its stack, or something before it failed. */
  | 'failed'
  /** By `plancc stop`. */
  | 'stopped'
  /** By the concurrency policy, before it began. */
  | 'rejected'
  /** By a later deployment, under the policy `replace`. */
  | 'replaced';

export interface Deployment {
  readonly deployment: string;
  readonly environment: string;
  readonly name: string;
  readonly version: string;
  readonly id: string;
  readonly action: 'deploy' | 'rollback' | 'promote';
  readonly from?: string | undefined;
  readonly rehearse?: { readonly [stack: string]: string } | undefined;
  readonly status: DeploymentStatus;
  readonly requested: Act;
  readonly started?: string | undefined;
  /** When it went on to change what is there; absent while others have to approve it, and when it failed before. */
  readonly changing?: string | undefined;
  readonly ended?: string | undefined;
  /** What ran when it began, and the deployment that brought it. */
  readonly previous?: (Version & { readonly deployment: string }) | undefined;
  /** How often `plancc retry` let it go on, and the request that last did. */
  readonly retries: number;
  readonly retriedBy?: string | undefined;
  /** How often the plan's execution has then been redriven. */
  readonly redrives?: number | undefined;
  /** Of the state machine that drives the deployment, and of the plan's. */
  readonly driver?: string | undefined;
  readonly execution?: string | undefined;
  /** Ranges of versions of the distributions that it depends on. */
  readonly dependencies?: { readonly [name: string]: string } | undefined;
  /** Where each secret parameter is. */
  readonly secrets?: { readonly [parameter: string]: SecretSource } | undefined;
  readonly failure?: Failure | undefined;
  readonly outputs?: JsonObject | undefined;
  readonly decisions: readonly Decision[];
}

export type SecretSource = { readonly Ssm: string } | { readonly SecretsManager: string };

export interface Failure {
  /** Absent when no state of the plan failed. */
  readonly state?: string | undefined;
  readonly error: string;
  readonly cause: string;
}

/** What an approval was answered. */
export interface Decision extends Act {
  /** Of the object that an approver put, and of the approval that it was put for. */
  readonly id: string;
  readonly entry: string;
  /** Absent where the environment itself demands the approval. */
  readonly state?: string | undefined;
  readonly iteration: readonly number[];
  readonly decision: 'approved' | 'rejected';
  readonly comment: string;
}

/** What an approver puts. */
export interface PutDecision {
  readonly decision: 'approved' | 'rejected';
  readonly comment: string;
}

/** What runs now. */
export interface Inventory extends Version {
  readonly outputs: JsonObject;
  readonly since: string;
  readonly by: string;
  readonly deployment: string;
  readonly dependencies: { readonly [name: string]: string };
}

/** An approval that waits. The token is for the worker and the controller alone. */
export interface Waiting {
  /** Absent where the environment itself demands the approval. */
  readonly state?: string | undefined;
  readonly iteration: readonly number[];
  readonly token: string;
  readonly message: string;
  readonly since: string;
  /** Who may decide; everyone when empty. */
  readonly approvers: readonly string[];
  /** How many have to approve. */
  readonly needed: number;
}

/**
 * Who deploys a distribution to an environment, and who comes after, in order: ids of deployments, of one that is
 * retried `<id>-retry-<n>`.
 */
export interface Lock {
  readonly holder?: string | undefined;
  readonly queue: readonly string[];
}

/** Something that has not come to its end: who asked for it, and when. */
export interface Open extends Act {
  /** What the driver waits for while the plan's execution runs. */
  readonly token?: string | undefined;
}

/** What became of a request that is no deployment of its own, or of a decision. */
export interface Answer extends Act {
  /** Why it changed nothing. */
  readonly failure?: Failure | undefined;
}

/** The stack of a plan as it was last made: SHA-256 of its template and parameters, and the ARN of the plan's machine. */
export interface Installation {
  readonly digest: string;
  readonly machine: string;
}

/** What a state machine of a plan starts with. */
export interface Payload {
  readonly environment: string;
  readonly distribution: { readonly name: string; readonly version: string; readonly id: string };
  readonly deployment: { readonly id: string; readonly startedAt: string };
  readonly parameters: { readonly [name: string]: Json };
  readonly dependencies: { readonly [name: string]: Json };
  readonly output: JsonObject;
  readonly input: JsonObject;
}

/** What became of a state that the worker made so. */
export interface Done {
  readonly output: JsonObject;
  /** Of its stack, when it has one. */
  readonly changes?: readonly StackChange[] | undefined;
}

/** What the worker remembers of a state that it makes so over several calls: its last attempt. */
export interface Attempt {
  readonly state: string;
  readonly iteration: readonly number[];
  /** From 1; a retry of the author's is a new one. */
  readonly number: number;
  readonly started: string;
  readonly deadline: string;
  /** The `RetryCount` of the call that ended it, and what that call was answered. */
  readonly ended?: { readonly retry: number; readonly answer: Done | Pick<Failure, 'error' | 'cause'> };
}
