import { eventDetails, type HistoryEvent } from '../../ports/orchestrator.js';
import type { JsonObject } from '../../source/document.js';
import { toldCause } from '../why/cause.js';
import type { News, StateNews, StateStatus } from './news.js';
import { secondsBetween } from './times.js';
import { itemsOf, newMachine, type Origins, type Scope, type Visit, visitFinder } from './visits.js';

/**
 * Milliseconds in which the history tells what becomes of a failure that is not tried again. Its events are written one
 * after the other, and may be read between two of them.
 */
const undecided = 2000;

/**
 * Reads the history of an execution, piece by piece, and tells what each event means for the states of the plan. What
 * still fails some time `now`, in milliseconds, waits to be tried again; without `now` nothing more comes.
 */
export function historyReader(
  origins: Origins,
): (events: readonly HistoryEvent[], now?: number) => readonly News[] {
  const machine = newMachine();
  const find = visitFinder(origins, machine);
  const failing = new Map<Visit, number>();
  return (events, now = Number.POSITIVE_INFINITY) => {
    const news: News[] = [];
    for (const event of events) {
      const { type, timestamp: time } = event;
      const details = eventDetails(event);
      const moment = { ...find(event), machine, failing, now, type, time, details, news };
      happenings.find(([pattern]) => pattern.test(type))?.[1](moment);
    }
    for (const [visit, decided] of failing) {
      if (decided > now) continue;
      tellRetry(visit, news);
      failing.delete(visit);
    }
    return news;
  };
}

/** An event, the state it is of, and what is told of it. */
interface Moment {
  readonly type: string;
  readonly visit: Visit | undefined;
  /** The state of the event before it. */
  readonly before: Visit | undefined;
  readonly machine: Scope;
  /** States that failed, and when it is clear that they are tried again. */
  readonly failing: Map<Visit, number>;
  readonly now: number;
  readonly time: string;
  readonly details: JsonObject;
  readonly news: News[];
}

const ofState =
  (happen: (moment: Moment, visit: Visit) => void) =>
  (moment: Moment): void => {
    if (moment.visit !== undefined) happen(moment, moment.visit);
  };

/** What becomes of a state by the type of an event; the first that fits. */
const happenings: readonly (readonly [RegExp, (moment: Moment) => void])[] = [
  [/StateEntered$/, ofState(enter)],
  [/StateExited$/, ofState((moment, visit) => end(moment, visit, visit.failure ? 'caught' : 'succeeded'))],
  [/StateAborted$/, ofState((moment, visit) => end(moment, visit, 'aborted'))],
  [/^MapStateStarted$/, ofState(startMap)],
  [/^ParallelStateStarted$|^MapIterationStarted$|^(Task|LambdaFunction|Activity)Scheduled$/, ofState(again)],
  [/^MapIteration(Succeeded|Failed)$/, ofState(endIteration)],
  [/^Execution(Failed|TimedOut|Aborted)$/, endExecution],
  [/(Failed|TimedOut)$/, ofState(fail)],
];

function enter(moment: Moment, visit: Visit): void {
  const { before, time, news } = moment;
  // The way from a test of `When` leads to its state, or past it.
  if (before !== undefined && isTest(before) && before.state !== visit.name)
    news.push(stateNews(before, 'skipped', time));
  visit.scope.open.add(visit);
  tell(moment, visit, 'started');
}

function end(moment: Moment, visit: Visit, status: StateStatus): void {
  if (!visit.scope.open.delete(visit)) return;
  for (const scope of visit.within.values()) endAll(moment, scope);
  const seconds = secondsBetween(visit.entered, moment.time);
  tell(moment, visit, status, { seconds, ...(visit.failure && saidBy(visit.failure)) });
  if (visit.failure !== undefined) visit.failure = { ...visit.failure, isTold: true };
}

/** Whatever is still open ends with what it is in. */
function endAll(moment: Moment, { parent, open }: Scope): void {
  for (const inner of open) {
    const isFailed = inner.failure !== undefined || inner.kind === 'Fail';
    if (parent !== undefined) parent.inner = inner.failure ?? parent.inner;
    end(moment, inner, isFailed ? 'failed' : 'aborted');
  }
}

/** An attempt begins: after one that failed, or after the execution ended and goes on. */
function again(moment: Moment, visit: Visit): void {
  const { open, parent, iteration } = visit.scope;
  if (parent !== undefined && !parent.scope.open.has(parent)) again(moment, parent);
  // An iteration that failed goes on as the one that it was.
  if (parent?.kind === 'Map') parent.within.set(iteration.at(-1)!, visit.scope);
  if (visit.failure === undefined && open.has(visit)) return;
  tellRetry(visit, moment.news);
  open.add(visit);
  visit.failure = undefined;
  visit.attempt++;
  tell(moment, visit, 'started', { attempt: visit.attempt });
  if (visit.items.failed.size === 0) return;
  visit.items.failed.clear();
  count(moment, visit);
}

function tellRetry(visit: Visit, news: News[]): void {
  const { failure, attempt } = visit;
  if (failure === undefined || failure.isTold) return;
  visit.failure = { ...failure, isTold: true };
  if (!isAdded(visit)) news.push(stateNews(visit, 'retrying', failure.time, { attempt, ...saidBy(failure) }));
}

function fail(moment: Moment, visit: Visit): void {
  const { details, time } = moment;
  // The worker asks to be called again.
  if (details.error === 'InProgress') return;
  for (const scope of visit.within.values()) endAll(moment, scope);
  // The cause of what failed in it has been told.
  const said = typeof details.error === 'string' ? details : { error: visit.inner?.error };
  visit.failure = failureOf(said, time);
  moment.failing.set(visit, moment.now + undecided);
}

function startMap(moment: Moment, visit: Visit): void {
  visit.items = itemsOf(Number(moment.details.length ?? 0));
  again(moment, visit);
  count(moment, visit);
}

function endIteration(moment: Moment, visit: Visit): void {
  const index = Number(moment.details.index);
  const scope = visit.within.get(index);
  if (scope !== undefined) endAll(moment, scope);
  visit.within.delete(index);
  const { succeeded, failed } = visit.items;
  (moment.type === 'MapIterationSucceeded' ? succeeded : failed).add(index);
  count(moment, visit);
}

function count({ time, news }: Moment, { state, scope: { iteration }, items }: Visit): void {
  const { total, succeeded, failed } = items;
  const ended = { succeeded: succeeded.size, failed: failed.size };
  news.push({ event: 'iterations', time, state, iteration, total, ...ended });
}

/** The states that were open have failed, or are given up. */
function endExecution(moment: Moment): void {
  const { visit, machine, details, time } = moment;
  if (visit?.scope.open.has(visit) && typeof details.error === 'string')
    visit.failure ??= failureOf(details, time);
  endAll(moment, machine);
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const failureOf = (
  { error, cause }: { readonly error?: unknown; readonly cause?: unknown },
  time: string,
): NonNullable<Visit['failure']> => ({ time, error: text(error), cause: text(cause), isTold: false });

const saidBy = ({ error, cause }: NonNullable<Visit['failure']>): Partial<StateNews> => ({
  ...(error !== '' && { error }),
  ...(cause !== '' && { cause: toldCause(cause) }),
});

/** Whether plancc added it for a state of the author's: to test `When`, or to merge results. */
const isAdded = ({ name, state }: Visit): boolean => name !== state;
const isTest = (visit: Visit): boolean => isAdded(visit) && visit.kind === 'Choice';

function tell(
  { news, time }: Moment,
  visit: Visit,
  status: StateStatus,
  more: Partial<StateNews> = {},
): void {
  if (!isAdded(visit)) news.push(stateNews(visit, status, time, more));
}

const stateNews = (
  { state, type, scope: { iteration, inside } }: Visit,
  status: StateStatus,
  time: string,
  more: Partial<StateNews> = {},
): StateNews => ({ event: 'state', time, state, iteration, type, inside, status, ...more });
