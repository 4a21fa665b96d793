import type { Random } from '../../../asl/evaluate/scope.js';
import { objectsIn } from '../../../language/json.js';
import type { StatesError } from '../../../ports/states-error.js';
import type { JsonObject } from '../../../source/document.js';
import { isFor } from './failure.js';

/**
 * Counts the failures of one visit: milliseconds to wait before the next attempt, undefined when there is to be none.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error
 */
export function retriesOf(state: JsonObject, random: Random): (error: StatesError) => number | undefined {
  const retriers = objectsIn(state.Retry);
  const counts = retriers.map(() => 0);
  return (error) => {
    const index = retriers.findIndex((retrier) => isFor(retrier, error));
    const retrier = retriers[index];
    if (retrier === undefined) return undefined;
    const {
      IntervalSeconds = 1,
      BackoffRate = 2,
      MaxAttempts = 3,
      MaxDelaySeconds,
      JitterStrategy,
    } = retrier;
    const count = counts[index]!++;
    if (count >= Number(MaxAttempts)) return undefined;
    const grown = Number(IntervalSeconds) * Number(BackoffRate) ** count;
    const seconds = MaxDelaySeconds === undefined ? grown : Math.min(grown, Number(MaxDelaySeconds));
    return seconds * 1000 * (JitterStrategy === 'FULL' ? random() : 1);
  };
}
