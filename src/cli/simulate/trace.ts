import { isObject, objectOr } from '../../language/json.js';
import { type Execution, eventDetails, type HistoryEvent } from '../../ports/orchestrator.js';
import type { Json, JsonObject } from '../../source/document.js';
import { historyReader } from '../follow/history.js';
import type { News } from '../follow/news.js';
import { type Origins, type Visit, visitFinder } from '../follow/visits.js';

/** One stay in a state of the plan. */
export interface Stay {
  readonly state: string;
  readonly type: string;
  readonly iteration: readonly number[];
  /** At least one, with retries. */
  readonly attempts: number;
  readonly input: Json;
  /** Undefined when it failed. */
  readonly output: Json | undefined;
  /** What it last called something with. */
  readonly called: Json | undefined;
}

/** An execution that has ended. */
type Ended = Omit<Execution, 'input' | 'redriveCount' | 'stopDate'> & { readonly stopDate: number };

/** What happened in a simulation. */
export interface Trace {
  readonly execution: Ended;
  readonly stays: readonly Stay[];
  /** As a deployment is followed. */
  readonly news: readonly News[];
  /** Seconds from its start to its end. */
  readonly seconds: number;
}

export const traceOf = (execution: Ended, events: readonly HistoryEvent[], origins: Origins): Trace => ({
  execution,
  stays: staysIn(events, origins),
  news: historyReader(origins)(events),
  seconds: (execution.stopDate - execution.startDate) / 1000,
});

const begins = /^(ParallelStateStarted|MapStateStarted|TaskScheduled|LambdaFunctionScheduled)$/;

function staysIn(events: readonly HistoryEvent[], origins: Origins): readonly Stay[] {
  const find = visitFinder(origins);
  const stays = new Map<Visit, Stay>();
  for (const event of events) {
    const { visit } = find(event);
    // Those that plancc added are not of the plan.
    if (visit === undefined || visit.name !== visit.state) continue;
    const stay = stays.get(visit) ?? entered(visit);
    const details = eventDetails(event);
    if (event.type.endsWith('StateEntered')) stays.set(visit, { ...stay, input: parsed(details.input) });
    else if (event.type.endsWith('StateExited'))
      stays.set(visit, { ...stay, output: parsed(details.output) });
    else if (begins.test(event.type)) stays.set(visit, again(stay, details));
  }
  return [...stays.values()].map((stay) => ({ ...stay, attempts: Math.max(1, stay.attempts) }));
}

const entered = ({ state, type, scope: { iteration } }: Visit): Stay => ({
  state,
  type,
  iteration,
  attempts: 0,
  input: null,
  output: undefined,
  called: undefined,
});

const again = (stay: Stay, { parameters, input = parameters }: JsonObject): Stay => ({
  ...stay,
  attempts: stay.attempts + 1,
  called: input === undefined ? stay.called : parsed(input),
});

const parsed = (text: Json | undefined): Json => JSON.parse(String(text));

/** The settings of a state of plancc in what it called: a function's own, or what the worker was given. */
export function propertiesOf({ type, called }: Stay): Json | undefined {
  if (type === 'lambda') return called;
  const request = objectOr(called);
  const { properties } = isObject(request.Payload) ? request.Payload : request;
  return properties;
}
