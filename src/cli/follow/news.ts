import type { DeploymentStatus } from '../../environment/records.js';
import type { StackChange } from '../../ports/stacks.js';
import type { JsonObject } from '../../source/document.js';

/**
 * What happens to a deployment, one thing after the other. Lines, screens and `--json` are all made of it. Times are
 * RFC 3339, and states have the names of the plan.
 */
export type News =
  | DeploymentNews
  | StateNews
  | IterationNews
  | LogNews
  | ChangesNews
  | ApprovalNews
  | DecisionNews
  | EndNews;

/** The deployment's record has another status. */
export interface DeploymentNews {
  readonly event: 'deployment';
  readonly time: string;
  readonly environment: string;
  readonly name: string;
  readonly version: string;
  readonly deployment: string;
  readonly status: DeploymentStatus;
  /** The deployment that it waits for, when it is queued. */
  readonly behind?: string;
}

/** A state, or one iteration of it. */
export interface StatePlace {
  readonly state: string;
  /** The indexes of the iterations of Maps that it is in, outermost first. */
  readonly iteration: readonly number[];
}

export type StateStatus =
  | 'started'
  /** An attempt failed, and another one follows. */
  | 'retrying'
  | 'succeeded'
  /** It failed, and the plan goes on from a `Catch`. */
  | 'caught'
  | 'failed'
  /** Something beside it failed, or the deployment was stopped. */
  | 'aborted'
  /** Its `When` was false. */
  | 'skipped';

export interface StateNews extends StatePlace {
  readonly event: 'state';
  readonly time: string;
  readonly type: string;
  /** The Parallels and Maps around it, outermost first. */
  readonly inside: readonly string[];
  readonly status: StateStatus;
  /** From 1, where it is tried again. */
  readonly attempt?: number;
  /** Since it was entered, when it has ended. */
  readonly seconds?: number;
  readonly error?: string;
  readonly cause?: string;
}

/** How far a Map is. */
export interface IterationNews extends StatePlace {
  readonly event: 'iterations';
  readonly time: string;
  readonly total: number;
  readonly succeeded: number;
  readonly failed: number;
}

/** One line that a job wrote. */
export interface LogNews extends StatePlace {
  readonly event: 'log';
  readonly time: string;
  readonly text: string;
}

/** What a state changes of its stack; empty when there is nothing to do. */
export interface ChangesNews extends StatePlace {
  readonly event: 'changes';
  readonly time: string;
  readonly changes: readonly StackChange[];
}

export interface ApprovalNews {
  readonly event: 'approval';
  readonly time: string;
  /** Absent where the environment itself demands the approval. */
  readonly state?: string;
  readonly iteration: readonly number[];
  readonly message: string;
  /** How many have to approve, beside those who have. */
  readonly needed: number;
  /** What approves it. */
  readonly command: string;
}

export interface DecisionNews {
  readonly event: 'decision';
  readonly time: string;
  readonly state?: string;
  readonly iteration: readonly number[];
  readonly decision: 'approved' | 'rejected';
  readonly by: string;
  readonly comment: string;
}

/** Nothing comes after it. */
export interface EndNews {
  readonly event: 'end';
  readonly time: string;
  readonly environment: string;
  readonly name: string;
  readonly version: string;
  readonly deployment: string;
  readonly status: DeploymentStatus;
  /** Since it was requested. */
  readonly seconds: number;
  readonly outputs?: JsonObject;
  readonly failure?: {
    readonly state?: string;
    /** Where the plan has the state, from 1. */
    readonly file?: string;
    readonly line?: number;
    readonly column?: number;
    readonly error: string;
    readonly cause: string;
  };
}
