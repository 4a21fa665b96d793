import type { Ports } from '../ports/index.js';
import type { Job } from '../ports/jobs.js';
import type { JsonObject } from '../source/document.js';
import type { Project } from '../source/project.js';
import type { Ended } from './ended.js';

/** A job as its runner hands it to the state's type. Paths are relative to the job's own copy of the distribution's files. */
export interface JobContext<Properties> {
  readonly job: Job;
  /** As lowered, with the secrets of `Environment` in their places; values that came by reference may be of any type. */
  readonly properties: Properties;
  readonly ports: Pick<Ports, 'assemblies'>;
  /** The files as they are now. */
  readonly files: () => Project;
  /** Where a file or folder is on the disk. */
  readonly locate: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  /** Of the environment of everything that the job starts. */
  readonly variables: { readonly [name: string]: string };
  /** Runs lines for a shell in a folder, one after the other in one shell, until one of them fails. */
  readonly commands: (lines: readonly string[], folder: string) => Promise<Ended>;
  /** Runs a program by its name and arguments in a folder. */
  readonly program: (words: readonly string[], folder: string) => Promise<Ended>;
  /** What the job wrote to `$PLANCC_OUTPUT`. Throws `JobFailed` when that is too much. */
  readonly written: () => JsonObject;
  /** Writes to the job's log. */
  readonly log: (text: string) => void;
  /** The end of what the job wrote to its log, with secrets masked. */
  readonly lastLines: () => string;
  readonly signal: AbortSignal;
}

/**
 * Does a job: gives the state's output, or throws a `StatesError`, whose cause is followed by the last lines of the log
 * when the state is told.
 */
export type Perform<Properties> = (context: JobContext<Properties>) => Promise<JsonObject>;
