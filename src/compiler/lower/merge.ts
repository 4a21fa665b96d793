import { jsonPath } from '../../asl/path/print.js';
import { jsonataPath } from '../../language/jsonata.js';
import type { Plan, Scope, State } from '../../language/plan.js';
import type { JsonObject } from '../../source/document.js';
import { carried, mapDepth } from '../managed.js';
import { outputOf, producers, resultKeys } from '../outputs.js';

/** Where a Parallel leaves the results of its branches until they are merged. */
export const branchesPath = '$.planccBranches';

const quote = (name: string): string => JSON.stringify(name);

/** A JSONata object of the outputs that a scope's own states left in a payload; those of skipped states are missing. */
function ownOutputs(scope: Scope, payload: string): readonly string[] {
  const names = producers([...scope.states.values()]).map((state) => String(resultKeys(state)![1]));
  return [...new Set(names)].map((name) => `${quote(name)}: ${jsonataPath(`${payload}.output`, [name])}`);
}

/** A value at some keys below another, the rest of which stays: what `ResultPath` does in JSONPath. */
function storedAt(payload: string, [key, ...rest]: readonly (string | number)[], value: string): string {
  if (key === undefined) return value;
  const inner = storedAt(jsonataPath(payload, [key]), rest, value);
  return `$merge([${payload}, {${quote(String(key))}: ${inner}}])`;
}

export const storeAt = (keys: readonly (string | number)[], value: string): string =>
  `{% ${storedAt('$states.input', keys, value)} %}`;

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
  const payload = '$sift($states.input, function($value, $key) { $key != "planccBranches" })';
  const merged = mergeBranches(state, '$states.input.planccBranches', '$payload').slice(2, -2).trim();
  return {
    Type: 'Pass',
    QueryLanguage: 'JSONata',
    Output: `{% ($payload := ${payload}; ${merged}) %}`,
    ...leads,
  };
}

/** What an iteration of a Map gives: the outputs of its states by their names, wherever they are in the payload. */
export function iterationResult(plan: Plan, body: Scope): string {
  const outputs = producers([...body.states.values()]).map((state) => {
    const { keys } = outputOf(plan, state)!;
    return `${quote(state.name)}: ${jsonataPath('$states.input', keys)}`;
  });
  return `{% {${outputs.join(', ')}} %}`;
}

/** The Pass that ends an iteration. */
export const resultState = (plan: Plan, body: Scope): JsonObject => ({
  Type: 'Pass',
  QueryLanguage: 'JSONata',
  Output: iterationResult(plan, body),
  End: true,
});

/** Each iteration's input: the payload with `iteration` and the author's `item` or `item.$`, or else the item itself. */
export function itemSelector(state: State, item: JsonObject): JsonObject {
  const depth = mapDepth(state.scope);
  if (state.language === 'JSONata') {
    const outer = depth === 0 ? '[]' : '$states.input.iteration';
    return {
      ...Object.fromEntries(carried.map((key) => [key, `{% $states.input.${key} %}`])),
      item: '{% $states.context.Map.Item.Value %}',
      ...item,
      iteration: `{% $append(${outer}, [$states.context.Map.Item.Index]) %}`,
    };
  }
  const outer = Array.from({ length: depth }, (_, index) => jsonPath(['iteration', index]));
  return {
    ...Object.fromEntries(carried.map((key) => [`${key}.$`, jsonPath([key])])),
    ...(Object.keys(item).length === 0 ? { 'item.$': '$$.Map.Item.Value' } : item),
    'iteration.$': `States.Array(${[...outer, '$$.Map.Item.Index'].join(', ')})`,
  };
}
