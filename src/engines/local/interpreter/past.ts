import type { Event } from './journal.js';

/** Events of one attempt by their types. */
export type PastAttempt = { readonly [type: string]: Event | undefined };

/** What is recorded of a visit of a state, or of an iteration of a Map. */
export interface PastVisit {
  readonly entered?: Event | undefined;
  /** The event that ended it well. */
  readonly exited?: Event | undefined;
  /** The JSON text of what it ended with. */
  readonly output?: string | undefined;
  readonly attempts: readonly PastAttempt[];
  /** The first attempt that counts: those before a redrive do not. */
  readonly first: number;
}

export interface Past {
  readonly at: (path: string) => PastVisit;
  readonly started: Event | undefined;
  /** Undefined when the execution has not ended, or was redriven. */
  readonly ended: Event | undefined;
  readonly redrives: number;
  readonly redriven: Event | undefined;
  readonly lastId: number;
  /** Of events that count for the limit of an execution's history. */
  readonly counted: number;
}

interface Visit {
  entered?: Event;
  exited?: Event;
  output?: string | undefined;
  attempts: { [type: string]: Event }[];
  first: number;
}

const nothing: PastVisit = { attempts: [], first: 0 };

/** Whether an event of a type is the last one, unless a redrive follows. */
export const isEnd = (type: string): boolean => /^Execution(Succeeded|Failed|TimedOut|Aborted)$/.test(type);

/** Reads a journal, so that what is recorded is found by the visit it is of. */
export function pastOf(events: readonly Event[]): Past {
  const visits = new Map<string, Visit>();
  const outputs = new Map<number, string>();
  let ended: Event | undefined;
  let redriven: Event | undefined;
  let redrives = 0;
  let counted = 0;
  for (const event of events) {
    if (event.child === undefined) counted++;
    if (isEnd(event.type)) ended = event;
    else if (event.type === 'ExecutionRedriven') {
      ended = undefined;
      redriven = event;
      redrives++;
      for (const visit of visits.values()) again(visit);
    } else if (event.at !== undefined) add(visits, outputs, event, event.at);
  }
  return {
    at: (path) => visits.get(path) ?? nothing,
    started: events.find(({ type }) => type === 'ExecutionStarted'),
    ended,
    redrives,
    redriven,
    lastId: events.at(-1)?.id ?? 0,
    counted,
  };
}

function add(visits: Map<string, Visit>, outputs: Map<number, string>, event: Event, at: string): void {
  let visit = visits.get(at);
  if (visit === undefined) {
    visit = { attempts: [], first: 0 };
    visits.set(at, visit);
  }
  if (event.type.endsWith('StateEntered')) visit.entered = event;
  else if (event.type.endsWith('StateExited')) {
    visit.exited = event;
    visit.output = (event.stateExitedEventDetails as { readonly output: string }).output;
    visit.attempts = [];
    outputs.set(event.id, visit.output);
  } else if (event.type === 'MapIterationSucceeded') {
    visit.exited = event;
    visit.output = outputs.get(event.previousEventId);
  } else {
    const number = event.attempt ?? 0;
    while (visit.attempts.length <= number) visit.attempts.push({});
    visit.attempts[number]![event.type] = event;
  }
}

/** What had not ended well when an execution was redriven begins again; a Map or Parallel with the parts that had not. */
function again(visit: Visit): void {
  const { MapStateStarted, ParallelStateStarted } = visit.attempts.at(-1) ?? {};
  const started = MapStateStarted ?? ParallelStateStarted;
  if (started !== undefined) visit.attempts[visit.attempts.length - 1] = { [started.type]: started };
  visit.first = started === undefined ? visit.attempts.length : visit.attempts.length - 1;
}
