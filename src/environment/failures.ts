import { isObject } from '../language/json.js';
import { eventDetails } from '../ports/orchestrator.js';
import type { Json } from '../source/document.js';

/** An event of the history of an execution, with what its details say. */
export interface Event {
  readonly id: number;
  readonly type: string;
  readonly before: number;
  readonly time?: string;
  readonly name?: string;
  readonly index?: number;
  readonly error?: string;
  readonly cause?: string;
}

/** What failed: the state that was entered, the event that says so, and where in the machine it was, innermost first. */
export interface Failure {
  readonly state: string;
  readonly event: Event;
  readonly error?: string;
  readonly cause?: string;
  readonly inside: readonly { readonly state: string; readonly index?: number }[];
}

/** Undefined for what is no event. */
export function eventOf(value: Json): Event | undefined {
  if (!isObject(value) || typeof value.id !== 'number' || typeof value.type !== 'string') return undefined;
  const { name, state, index, error, cause } = eventDetails(value);
  const text = (name: string, given: Json | undefined) => typeof given === 'string' && { [name]: given };
  return {
    id: value.id,
    type: value.type,
    before: typeof value.previousEventId === 'number' ? value.previousEventId : 0,
    ...text('time', value.timestamp),
    ...text('name', name ?? state),
    ...text('error', error),
    ...text('cause', cause),
    ...(typeof index === 'number' && { index }),
  };
}

const isEnd = ({ type }: Event): boolean => /^Execution(Failed|TimedOut|Aborted)$/.test(type);
const isEntered = ({ type }: Event): boolean => type.endsWith('StateEntered');
/** What fails by itself, not because something in it does; with `InProgress` the worker asks to be called again. */
const isFailure = ({ type, error }: Event): boolean =>
  error !== 'InProgress' &&
  /^(Task|Activity|LambdaFunction)\w*(Failed|TimedOut)$|^(MapRun|Evaluation)Failed$|^FailStateEntered$/.test(
    type,
  );

/**
 * The failures of a history since it was last redriven, the one that ended the execution last; of an execution that goes
 * on, all of them. Of one that is known to be over, `over` is what it ended with: its history may not tell yet, see
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html
 */
export function failures(
  events: readonly Event[],
  over?: Pick<Event, 'error' | 'cause'>,
): readonly Failure[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const end = endOf(events, over);
  // What failed before it was redriven was tried again, not caught.
  const redriven = events.findLast(({ id, type }) => type === 'ExecutionRedriven' && id < (end?.id ?? 0));
  const found = events
    .filter((event) => isFailure(event) && event.id > (redriven?.id ?? 0))
    .flatMap((event): Failure[] => failureAt(event, byId, end));
  if (end === undefined) return found;
  const last = endedBy(end, events, byId, found);
  return last === undefined ? found : [...found.filter(({ event }) => event.id < last.event.id), last];
}

function endOf(
  events: readonly Event[],
  over: Pick<Event, 'error' | 'cause'> | undefined,
): Event | undefined {
  const last = events.at(-1);
  if (over === undefined || last === undefined || isEnd(last)) return events.findLast(isEnd);
  return { id: last.id + 1, type: 'ExecutionFailed', before: last.id, ...saidBy(over) };
}

function failureAt(event: Event, byId: ReadonlyMap<number, Event>, end: Event | undefined): Failure[] {
  const way = [...backwards(event, byId)];
  const entered = way.find(isEntered);
  const state = event.type === 'EvaluationFailed' ? (event.name ?? entered?.name) : entered?.name;
  if (state === undefined) return [];
  // A Fail state says what it fails with when the execution ends with it.
  const said = event.type === 'FailStateEntered' && end?.before === event.id ? end : event;
  return [
    {
      state,
      event,
      ...saidBy(said),
      inside: around(way.slice(way.indexOf(entered!) + 1)),
    },
  ];
}

/** What ended an execution. Where nothing failed by itself, what Step Functions could not do with the state it was in. */
function endedBy(
  end: Event,
  events: readonly Event[],
  byId: ReadonlyMap<number, Event>,
  found: readonly Failure[],
): Failure | undefined {
  const named = Number(/\(entered at the event id #(\d+)\)/.exec(end.cause ?? '')?.[1]);
  const way = [...backwards(end, byId)].slice(1);
  const direct = way.find((event) => isFailure(event) || isEntered(event));
  const same = found.findLast(({ error, cause }) => error === end.error && cause === end.cause);
  const known = found.find(({ event }) => event === direct) ?? same;
  if (known !== undefined) return known;
  const entered = byId.get(named) ?? direct ?? events.findLast(isEntered);
  return entered === undefined
    ? found.at(-1)
    : failureAt(entered, byId, end).map((failure) => ({ ...failure, ...saidBy(end), event: end }))[0];
}

const saidBy = ({ error, cause }: Pick<Event, 'error' | 'cause'>) => ({
  ...(error !== undefined && { error }),
  ...(cause !== undefined && { cause }),
});

function* backwards(from: Event, byId: ReadonlyMap<number, Event>): Generator<Event> {
  const seen = new Set<Event>();
  for (let at: Event | undefined = from; at !== undefined && !seen.has(at); at = byId.get(at.before)) {
    seen.add(at);
    yield at;
  }
}

/** The Parallels and Maps that a way back leaves, but not those that it passes as a whole. */
function around(way: readonly Event[]): Failure['inside'] {
  const left: { state: string; index?: number }[] = [];
  let passed = 0;
  let index: number | undefined;
  for (const event of way) {
    if (/^(Parallel|Map)StateExited$/.test(event.type)) passed++;
    if (passed === 0 && event.type === 'MapIterationStarted') index = event.index;
    if (!/^(Parallel|Map)StateEntered$/.test(event.type)) continue;
    if (passed > 0) passed--;
    else {
      left.push({ state: event.name ?? '', ...(index !== undefined && { index }) });
      index = undefined;
    }
  }
  return left;
}
