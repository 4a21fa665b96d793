import type { Clock } from '../../ports/clock.js';
import type { Ports } from '../../ports/index.js';
import type { Job } from '../../ports/jobs.js';
import type { Answer, Orchestrator } from '../../ports/orchestrator.js';

/** What a runner is given to work with. */
export interface JobHost {
  readonly clock: Clock;
  readonly orchestrator: Pick<Orchestrator, 'answer' | 'heartbeat'>;
  readonly queue: JobQueue;
  readonly runner: Runner;
  readonly workplace: (job: Job) => Promise<Workplace>;
  /** Milliseconds between two heartbeats. */
  readonly heartbeat: number;
  /** Milliseconds after which new lines of a log are put into the store. */
  readonly logged: number;
  /** Is given what goes into a log, line by line. */
  readonly print?: ((line: string) => void) | undefined;
}

/** What the environment's own runner is called, which does the jobs that name none. */
export const defaultRunner = 'default';
/** How long a runner stays when there is nothing to do and its plan does not say. */
export const usualIdleTimeout = '10m';
/** How many jobs a runner does at once, when its plan does not say: they share its processors and its memory. */
export const usualMaxConcurrency = 4;

export interface Runner {
  readonly name: string;
  readonly startup: readonly string[];
  /** Environment variables of every command. */
  readonly variables: { readonly [name: string]: string };
  /** How long it stays when there is nothing to do, such as `10m`. */
  readonly idleTimeout: string;
  /** How many jobs it does at once. */
  readonly maxConcurrency: number;
}

/** What one job is done with. */
export interface Workplace {
  readonly ports: Pick<Ports, 'assemblies' | 'store' | 'values'>;
  /** Folders of the distribution's files that come first in `PATH`. */
  readonly path: readonly string[];
}

/** The jobs of one runner, which one process at a time takes. */
export interface JobQueue {
  /** Those that it has not given to this process yet. Waits a while for one when there is none, and then gives none. */
  readonly receive: (signal: AbortSignal) => Promise<readonly QueuedJob[]>;
  /**
   * Writes down how far a job is, for the process after this one should this one be lost. False when another process has
   * written down as much: the job is no longer for this one.
   */
  readonly note: (job: Job, progress: Progress) => Promise<boolean>;
  readonly remove: (job: Job) => Promise<void>;
  /** Whether it gives no more, so that the host may end with what it has. */
  readonly isClosed?: () => boolean;
}

export interface QueuedJob {
  readonly job: Job;
  /** Absent when no process has started it. */
  readonly progress?: Progress | undefined;
}

export type Progress =
  /** It was begun, in a folder of this machine. */
  | { readonly folder: string }
  /** It has ended; whether the state was told is not known. */
  | { readonly answer: Answer };
