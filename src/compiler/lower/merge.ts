import { jsonataPath } from '../../language/jsonata.js';
import { jsonPath } from '../../language/jsonpath.js';
import type { Scope, State } from '../../language/plan.js';
import type { JsonObject } from '../../source/document.js';
import { carried, mapDepth } from '../managed.js';
import { producers, resultKeys } from '../outputs.js';

/** Where a Parallel leaves the results of its branches until they are merged. */
export const branchesPath = '$.branches';

const quote = (name: string): string => JSON.stringify(name);

/** A JSONata object of the outputs that a scope's own states left in a payload; those of skipped states are missing. */
function ownOutputs(scope: Scope, payload: string): readonly string[] {
  const names = producers([...scope.states.values()]).map((state) => String(resultKeys(state)![1]));
  return [...new Set(names)].map((name) => `${quote(name)}: ${jsonataPath(`${payload}.output`, [name])}`);
}

const withOutputs = (payload: string, outputs: string): string =>
  `$merge([${payload}, {"output": $merge([${payload}.output, ${outputs}])}])`;

/** The payload with more outputs, given as a JSONata object by their states' names. */
export const storeOutputs = (outputs: string): string => `{% ${withOutputs('$states.input', outputs)} %}`;

/** The payload with a state's result under `$.output`: what `ResultPath` does in JSONPath. */
export const storeResult = (name: string, result = '$states.result'): string =>
  storeOutputs(`{${quote(name)}: ${result}}`);

/**
 * The payload with the outputs of each branch: of a branch's payload only its own states count, because it carries
 * stale copies of the others' results.
 */
export function mergeBranches(state: State, results: string, payload: string): string {
  const outputs = state.inner.flatMap((branch, index) => ownOutputs(branch, `${results}[${index}]`));
  return `{% ${withOutputs(payload, `{${outputs.join(', ')}}`)} %}`;
}

/** The Pass behind a JSONPath Parallel: JSONPath itself cannot merge what may be missing. */
export function mergedState(state: State, leads: JsonObject): JsonObject {
  const payload = '$sift($states.input, function($value, $key) { $key != "branches" })';
  const merged = mergeBranches(state, '$states.input.branches', '$payload').slice(2, -2).trim();
  return {
    Type: 'Pass',
    QueryLanguage: 'JSONata',
    Output: `{% ($payload := ${payload}; ${merged}) %}`,
    ...leads,
  };
}

/** What an iteration of a Map gives: the outputs of its states. */
export const iterationResult = (body: Scope): string =>
  `{% {${ownOutputs(body, '$states.input').join(', ')}} %}`;

/** The Pass that ends an iteration. */
export const resultState = (body: Scope): JsonObject => ({
  Type: 'Pass',
  QueryLanguage: 'JSONata',
  Output: iterationResult(body),
  End: true,
});

/** Each iteration's input: the payload with `item` (the author's `ItemSelector`, if any) and `iteration`. */
export function itemSelector(state: State, item: JsonObject | undefined): JsonObject {
  const depth = mapDepth(state.scope);
  if (state.language === 'JSONata') {
    const outer = depth === 0 ? '[]' : '$states.input.iteration';
    return {
      ...Object.fromEntries(carried.map((key) => [key, `{% $states.input.${key} %}`])),
      item: item ?? '{% $states.context.Map.Item.Value %}',
      iteration: `{% $append(${outer}, [$states.context.Map.Item.Index]) %}`,
    };
  }
  const outer = Array.from({ length: depth }, (_, index) => jsonPath(['iteration', index]));
  return {
    ...Object.fromEntries(carried.map((key) => [`${key}.$`, jsonPath([key])])),
    ...(item === undefined ? { 'item.$': '$$.Map.Item.Value' } : { item }),
    'iteration.$': `States.Array(${[...outer, '$$.Map.Item.Index'].join(', ')})`,
  };
}
