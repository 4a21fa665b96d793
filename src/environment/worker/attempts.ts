import type { Attempt } from '../records.js';
import type { WorkRequest } from './request.js';

/** What a call is answered: an output, or an error by name. */
export type Answer = NonNullable<Attempt['ended']>['answer'];

/** The attempt that a call belongs to: the one that is open, else the next. `now` is in milliseconds since 1970. */
export function attemptFor(last: Attempt | undefined, request: WorkRequest, now: number): Attempt {
  if (last !== undefined && (last.ended === undefined || answerOf(last, request) !== undefined)) return last;
  const seconds = 'timeoutSeconds' in request.mode ? request.mode.timeoutSeconds : 0;
  // The first one began when the state was entered, however long the worker was not to be had.
  const from = last === undefined ? request.entered : now;
  return {
    state: request.state,
    iteration: request.iteration,
    number: (last?.number ?? 0) + 1,
    started: time(now),
    deadline: time(from + seconds * 1000),
  };
}

/** What a call is answered without any work: a success for ever, an error until the author's `Retry` asks again. */
export function answerOf({ ended }: Attempt, { retry }: WorkRequest): Answer | undefined {
  if (ended === undefined) return undefined;
  return 'output' in ended.answer || ended.retry === retry ? ended.answer : undefined;
}

const time = (milliseconds: number): string => new Date(milliseconds).toISOString();
