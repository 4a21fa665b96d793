import type { Random, Variables } from '../../../asl/evaluate/scope.js';
import type { Clock } from '../../../ports/clock.js';
import type { Answer } from '../../../ports/orchestrator.js';
import type { Json, JsonObject } from '../../../source/document.js';
import type { Event, Journal } from './journal.js';
import type { Past, PastAttempt } from './past.js';

/** A task to be done. */
export interface Call {
  /** Unlike that of any other task; the same when it is done again because nothing is known of its outcome. */
  readonly id: string;
  readonly state: string;
  readonly resource: string;
  readonly arguments: Json;
  /** Of a task that somebody answers with it later. */
  readonly token?: string | undefined;
  /** From 0, one more for each retry; does not begin again when the execution is redriven. */
  readonly attempt: number;
  readonly signal: AbortSignal;
}

/** Does tasks. Rejects with a `StatesError`; anything else becomes `States.Runtime`. */
export interface Tasks {
  readonly run: (call: Call) => Promise<Json>;
}

/** Where task tokens are answered. */
export interface Tokens {
  /** Lets a token be answered, from before anybody is told of it. The same token again changes nothing. */
  readonly open: (token: string) => void;
  /** Nobody waits for it any more: its task has an outcome. */
  readonly close: (token: string) => void;
  /** The first answer, also one that was there before. Rejects when the signal is aborted. */
  readonly wait: (
    token: string,
    options: { readonly signal: AbortSignal; readonly onHeartbeat: () => void },
  ) => Promise<Answer>;
}

/** Reads and writes what a Distributed Map has in S3. */
export interface Items {
  readonly read: (resource: string, given: Json) => Promise<Json>;
  readonly write: (resource: string, given: Json, results: readonly Json[]) => Promise<Json>;
}

/** What is to be executed, and by what means. */
export interface Execution {
  readonly definition: JsonObject;
  readonly arn: string;
  readonly name: string;
  /** The ARN of the state machine. */
  readonly machine: string;
  readonly roleArn: string;
  readonly input: Json;
  readonly journal: Journal;
  readonly tasks: Tasks;
  readonly tokens: Tokens;
  readonly clock: Clock;
  readonly random: Random;
  readonly items: Items;
  /** Aborted with an `Ending`, the execution ends so. With any other reason this process stops, and nothing is recorded. */
  readonly signal: AbortSignal;
}

/** One execution while it runs. */
export interface Run
  extends Pick<Execution, 'arn' | 'machine' | 'tasks' | 'tokens' | 'items' | 'clock' | 'random'> {
  readonly past: Past;
  /** Appends an event that follows the last one of its branch. */
  readonly record: (branch: Branch, type: string, fields: JsonObject) => Event;
  /** To be waited for at each visit: other work of this process gets its turn. */
  readonly breathe: () => Promise<void> | undefined;
  /** Runs the states of a branch, from the one it starts at. */
  readonly within: (branch: Branch, startAt: string, input: Payload) => Promise<Payload>;
}

/** A value with its JSON text. */
export interface Payload {
  readonly value: Json;
  readonly text: string;
}

export type QueryLanguage = 'JSONPath' | 'JSONata';

/** A sequence of states: the machine's, or one of a branch or an iteration. */
export interface Branch {
  readonly states: { readonly [name: string]: JsonObject };
  readonly queryLanguage: QueryLanguage;
  /** Of its visits: `Deploy/0/`. */
  readonly path: string;
  /** The name of the execution that a Distributed Map started for it. */
  readonly child?: string | undefined;
  readonly context: JsonObject;
  readonly signal: AbortSignal;
  /** How often each state was visited. */
  readonly visits: Map<string, number>;
  variables: Variables;
  /** The id of its last event. */
  last: number;
}

/** One attempt of one visit of a state. */
export interface Attempt {
  readonly run: Run;
  readonly branch: Branch;
  readonly name: string;
  readonly state: JsonObject;
  readonly queryLanguage: QueryLanguage;
  readonly at: string;
  readonly number: number;
  readonly entered: Event;
  /** As it was entered with. */
  readonly input: Json;
  readonly context: JsonObject;
  readonly past: PastAttempt;
}

/** How a state is left. */
export interface Exit {
  readonly output: Json;
  readonly assigned: Variables | undefined;
  /** Undefined at the end of a branch. */
  readonly next: string | undefined;
}
