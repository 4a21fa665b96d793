import { objectOr } from '../../../language/json.js';
import type { JsonObject } from '../../../source/document.js';
import type { Attempt, Branch } from './run.js';

/** The branch that a Parallel or Map state runs at an index. A retry of the state runs new ones. */
export function inside(
  attempt: Attempt,
  definition: JsonObject,
  index: number,
  signal: AbortSignal,
  child = attempt.branch.child,
): Branch {
  const { branch } = attempt;
  return {
    states: statesOf(definition),
    queryLanguage: branch.queryLanguage,
    path: `${pathOf(attempt, index)}/`,
    child,
    context: branch.context,
    variables: branch.variables,
    signal,
    visits: new Map(),
    last: branch.last,
  };
}

/** `Deploy/0`, or `Deploy/~1/0` at the first retry. */
export const pathOf = ({ at, number }: Attempt, index: number): string =>
  number === 0 ? `${at}/${index}` : `${at}/~${number}/${index}`;

export const statesOf = ({ States }: JsonObject): Branch['states'] => objectOr(States) as Branch['states'];
