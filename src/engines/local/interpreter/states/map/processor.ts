import { objectOr } from '../../../../../language/json.js';
import { StatesError } from '../../../../../ports/states-error.js';
import type { JsonObject } from '../../../../../source/document.js';
import { numberOf } from '../../fields.js';
import type { Attempt } from '../../run.js';

/** The states that a Map runs for each item; `Iterator` is what the field was called before. */
export const processorOf = ({ state }: Attempt): JsonObject =>
  objectOr(state.ItemProcessor ?? state.Iterator);

/** A field of a Map that is a number which is not negative; undefined when it is absent. */
export async function countOf(
  attempt: Attempt,
  rule: JsonObject,
  field: string,
): Promise<number | undefined> {
  const value = await numberOf(attempt, rule, field);
  if (value === undefined || (typeof value === 'number' && value >= 0)) return value;
  throw new StatesError('States.Runtime', `The ${field} ${JSON.stringify(value)} is no number from 0 on.`);
}

/** How many iterations run at a time, where `most` is what Step Functions allows. */
export const concurrencyOf = async (attempt: Attempt, most: number): Promise<number> =>
  Math.min((await countOf(attempt, attempt.state, 'MaxConcurrency')) || most, most);
