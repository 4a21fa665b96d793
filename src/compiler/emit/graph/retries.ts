import { isList, objectOr } from '../../../language/json.js';
import type { State } from '../../../language/plan.js';
import { words } from './words.js';

/** Retriers in words. What is not written is as https://states-language.net/#errors says. */
export function retriesOf({ value: { Retry } }: State): readonly string[] {
  return (isList(Retry) ? Retry : []).map((retrier) => {
    const { ErrorEquals, MaxAttempts = 3, IntervalSeconds = 1, BackoffRate = 2 } = objectOr(retrier);
    const errors = (isList(ErrorEquals) ? ErrorEquals : []).map(words).join(', ');
    const growth = BackoffRate === 1 ? 'always' : 'at first';
    const times = `${words(MaxAttempts)} ${MaxAttempts === 1 ? 'time' : 'times'}`;
    return `${errors}: ${times}, after ${words(IntervalSeconds)} s${MaxAttempts === 1 ? '' : ` ${growth}`}`;
  });
}
