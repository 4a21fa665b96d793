import { writePath } from '../../../asl/evaluate/path/write-path.js';
import type { Variables } from '../../../asl/evaluate/scope.js';
import { isObject } from '../../../language/json.js';
import type { Json, JsonObject } from '../../../source/document.js';
import { built, evaluating, type Given, inputOf, selected } from './fields.js';
import type { Attempt, Exit } from './run.js';

/** How a state is left that has come to a result. */
export const exitWith = (attempt: Attempt, result: Json): Promise<Exit> =>
  evaluating(attempt, async () => ({
    assigned: await assigned(attempt, attempt.state, { input: result, states: withResult(attempt, result) }),
    output: await outputOf(attempt, result),
    next: nextOf(attempt.state),
  }));

/** How a state is left that only looks at its input; `rule` is the one of a Choice that holds. */
export const exitPassing = (attempt: Attempt, rule: JsonObject, place = ''): Promise<Exit> =>
  evaluating(attempt, async () => ({
    assigned: await assigned(attempt, rule, {}, place),
    output:
      attempt.queryLanguage === 'JSONata'
        ? ((await built(attempt, rule, 'Output', {}, place)) ?? attempt.input)
        : selected(attempt, 'OutputPath', inputOf(attempt)),
    next: nextOf(rule),
  }));

/** The values of `Assign`: all of them see the variables as they were. */
export async function assigned(
  attempt: Attempt,
  rule: JsonObject,
  given: Given,
  place = '',
): Promise<Variables | undefined> {
  const values = await built(attempt, rule, 'Assign', given, place);
  return isObject(values) ? values : undefined;
}

export const nextOf = ({ Next }: JsonObject): string | undefined =>
  typeof Next === 'string' ? Next : undefined;

/** A Pass state has no result of a task or of states inside it. */
const withResult = ({ state }: Attempt, result: Json): JsonObject =>
  state.Type === 'Pass' ? {} : { result };

/** https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html */
async function outputOf(attempt: Attempt, result: Json): Promise<Json> {
  const { state, queryLanguage, input } = attempt;
  if (queryLanguage === 'JSONata')
    return (await built(attempt, state, 'Output', { states: withResult(attempt, result) })) ?? result;
  const taken = (await built(attempt, state, 'ResultSelector', { input: result })) ?? result;
  return selected(attempt, 'OutputPath', placed(input, state, taken));
}

/** The input of a state with a result where `ResultPath` says. */
export const placed = (input: Json, { ResultPath = '$' }: JsonObject, result: Json): Json =>
  ResultPath === null ? input : writePath(input, String(ResultPath), result);
