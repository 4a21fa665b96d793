import { isObject } from '../language/json.js';
import type { Json, JsonObject } from '../source/document.js';

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** In the shape of DescribeExecution. Times are in milliseconds since 1970. */
export interface Execution {
  readonly status: ExecutionStatus;
  readonly startDate: number;
  readonly stopDate?: number | undefined;
  readonly redriveCount: number;
  readonly input: Json;
  readonly output?: Json | undefined;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}

/**
 * One event of GetExecutionHistory: beside these fields it has the details of its type, such as
 * `stateEnteredEventDetails`: https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html
 */
export interface HistoryEvent {
  readonly id: number;
  readonly previousEventId: number;
  /** RFC 3339. */
  readonly timestamp: string;
  readonly type: string;
  readonly [details: string]: Json;
}

/** What an event says beside these fields, whatever its type is. */
export function eventDetails(event: JsonObject): JsonObject {
  const details = Object.entries(event).find(([key]) => key.endsWith('EventDetails'))?.[1];
  return isObject(details) ? details : {};
}

/** What the one who was given a task token says. */
export type Answer = { readonly output: Json } | { readonly error: string; readonly cause: string };

/**
 * Bytes of UTF-8 that the JSON of a state's input or output may have:
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html#service-limits-task-executions
 */
export const largestPayload = 262_144;

/**
 * The ARN of an execution of a state machine, known before it is started:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html#awsstepfunctions-resources-for-iam-policies
 */
export const executionArn = (machine: string, name: string): string =>
  `${machine.replace(':stateMachine:', ':execution:')}:${name}`;

/** Runs state machines. */
export interface Orchestrator {
  /** Starts a machine; the same name again is the same execution. Gives its ARN. */
  readonly start: (machine: string, name: string, input: JsonObject) => Promise<string>;
  /** Undefined when there is no such execution. */
  readonly describe: (execution: string) => Promise<Execution | undefined>;
  /** Events with an id greater than `after`; what states were given and gave may be missing. */
  readonly history: (execution: string, after: number) => Promise<readonly HistoryEvent[]>;
  /** Nothing happens to one that has ended. */
  readonly stop: (execution: string, error: string, cause: string) => Promise<void>;
  /** Goes on from the states that failed. */
  readonly redrive: (execution: string) => Promise<void>;
  /** False when nobody waits for it any more. */
  readonly answer: (token: string, answer: Answer) => Promise<boolean>;
  /** False when nobody waits for it any more. */
  readonly heartbeat: (token: string) => Promise<boolean>;
}
