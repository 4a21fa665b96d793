import type { HistoryEvent } from '../../../ports/orchestrator.js';

/**
 * An event of GetExecutionHistory, with fields of our own by which an execution goes on:
 * `at`, the visit it is of, such as `Deploy/0/Api#2` (iteration 0 of `Deploy`, second visit of `Api`);
 * `attempt`, from 0, one more for each retry; `next`, where an exit leads to; `token`, of a task that is answered; `heartbeat`, that a task missed one;
 * `child`, the name of the execution that a Distributed Map started; `redrives`, how often an execution that ended had been
 * redriven.
 */
export type Event = HistoryEvent & {
  readonly at?: string;
  readonly attempt?: number;
  readonly next?: string;
  readonly token?: string;
  readonly heartbeat?: true;
  readonly child?: string;
  readonly redrives?: number;
};

/** The history of an execution, which is all it is remembered by. */
export interface Journal {
  /** As they were when the execution was continued; events that are appended later may be missing. */
  readonly events: readonly Event[];
  /** The event is kept when this returns, however this process ends. */
  readonly append: (event: Event) => void;
}
