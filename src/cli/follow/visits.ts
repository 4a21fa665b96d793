import { eventDetails, type HistoryEvent } from '../../ports/orchestrator.js';

/** Where the author wrote a state of the definition: its name in the plan, and its type. */
export type Origins = ReadonlyMap<string, { readonly state: string; readonly type: string }>;

interface Failure {
  readonly time: string;
  readonly error: string;
  readonly cause: string;
  /** It has been told that it is tried again. */
  readonly isTold: boolean;
}

/** One stay in a state of the definition. */
export interface Visit {
  /** Its name in the definition, and in the plan. */
  readonly name: string;
  readonly state: string;
  readonly type: string;
  /** Its type in the definition. */
  readonly kind: string;
  readonly scope: Scope;
  readonly entered: string;
  attempt: number;
  /** Of the attempt that failed, while nothing has come of that yet. */
  failure: Failure | undefined;
  /** What failed in it last. */
  inner: Failure | undefined;
  /** What is open in it, by the index of the item; all branches of a Parallel are one. */
  readonly within: Map<number, Scope>;
  /** Of a Map. */
  items: Items;
}

/** How many items there are, and the indexes of those whose iterations have ended. */
interface Items {
  readonly total: number;
  readonly succeeded: Set<number>;
  readonly failed: Set<number>;
}

export const itemsOf = (total: number): Items => ({ total, succeeded: new Set(), failed: new Set() });

/** Where states are entered: the machine, a branch, or an iteration. */
export interface Scope {
  readonly parent: Visit | undefined;
  readonly inside: readonly string[];
  readonly iteration: readonly number[];
  /** States that have been entered there and not left. */
  readonly open: Set<Visit>;
}

/** The state that an event is of, and where the next state is entered. */
interface At {
  readonly visit: Visit | undefined;
  readonly scope: Scope;
}

export const newMachine = (): Scope => ({ parent: undefined, inside: [], iteration: [], open: new Set() });

/**
 * Finds for each event of a history, in their order, the state that it is of: by the event before it, and by names.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html
 */
export function visitFinder(
  origins: Origins,
  machine: Scope = newMachine(),
): (event: HistoryEvent) => { readonly visit: Visit | undefined; readonly before: Visit | undefined } {
  const places = new Map<number, At>();
  return (event) => {
    const before = places.get(event.previousEventId) ?? { visit: undefined, scope: machine };
    const at = placeOf(event, before, origins);
    places.set(event.id, at);
    return { visit: at.visit, before: before.visit };
  };
}

function placeOf(event: HistoryEvent, before: At, origins: Origins): At {
  const { name, index } = eventDetails(event);
  if (event.type.endsWith('StateEntered'))
    return { visit: visited(String(name), event, before.scope, origins), scope: before.scope };
  const visit = ownerOf(event.type, before.visit, typeof name === 'string' ? name : undefined);
  if (visit === undefined) return before;
  switch (event.type) {
    case 'ParallelStateStarted':
      return { visit, scope: scopeIn(visit, 0, []) };
    case 'MapIterationStarted':
      return { visit, scope: scopeIn(visit, Number(index), [Number(index)]) };
    default:
      return { visit, scope: visit.scope };
  }
}

function scopeIn(visit: Visit, key: number, more: readonly number[]): Scope {
  const { inside, iteration } = visit.scope;
  const scope: Scope = {
    parent: visit,
    inside: [...inside, visit.state],
    iteration: [...iteration, ...more],
    open: new Set(),
  };
  visit.within.set(key, scope);
  return scope;
}

function visited(name: string, { type, timestamp }: HistoryEvent, scope: Scope, origins: Origins): Visit {
  const kind = type.replace(/StateEntered$/, '');
  const { state, type: ofPlan } = origins.get(name) ?? { state: name, type: kind };
  return {
    name,
    state,
    type: ofPlan,
    kind,
    scope,
    entered: timestamp,
    attempt: 1,
    failure: undefined,
    inner: undefined,
    within: new Map(),
    items: itemsOf(0),
  };
}

/** The state an event is of: the one before it, or one around that. */
function ownerOf(type: string, from: Visit | undefined, name: string | undefined): Visit | undefined {
  const around = [...outwards(from)];
  const [, kind] = /^(Parallel|Map)State(?:Started|Succeeded|Failed|Aborted)$/.exec(type) ?? [];
  if (kind !== undefined)
    return around.find((visit) => visit.kind === kind && visit.failure === undefined) ?? from;
  return name === undefined ? from : (around.find((visit) => visit.name === name) ?? from);
}

function* outwards(from: Visit | undefined): Generator<Visit> {
  for (let visit = from; visit !== undefined; visit = visit.scope.parent) yield visit;
}
