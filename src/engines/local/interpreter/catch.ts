import { objectsIn } from '../../../language/json.js';
import type { StatesError } from '../../../ports/states-error.js';
import { assigned, nextOf, placed } from './exit.js';
import { errorOutput, isFor } from './failure.js';
import { built, evaluating } from './fields.js';
import type { Attempt, Exit } from './run.js';

/**
 * How a state is left that has failed for good; rejects with the error when no catcher is for it.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-fallback-states
 */
export async function caught(attempt: Attempt, error: StatesError): Promise<Exit> {
  const catchers = objectsIn(attempt.state.Catch);
  const index = catchers.findIndex((rule) => isFor(rule, error));
  const catcher = catchers[index];
  if (catcher === undefined) throw error;
  const failed = errorOutput(error);
  const place = `Catch[${index}]/`;
  const given = { input: failed, states: { errorOutput: failed } };
  return evaluating(attempt, async () => ({
    assigned: await assigned(attempt, catcher, given, place),
    output:
      attempt.queryLanguage === 'JSONata'
        ? ((await built(attempt, catcher, 'Output', given, place)) ?? failed)
        : placed(attempt.input, catcher, failed),
    next: nextOf(catcher),
  }));
}
