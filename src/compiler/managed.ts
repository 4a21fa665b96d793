import type { Scope, State } from '../language/plan.js';
import { hasReferences } from './references/fields.js';
import { remembered } from './remembered.js';

/** Fields by which an author says what becomes of a state's result; then plancc leaves it alone. */
export const resultFields: readonly string[] = ['ResultPath', 'ResultSelector', 'OutputPath', 'Output'];

/** Whether a scope holds states of plancc's, at any depth. */
export const holdsPlancc = remembered((scope: Scope): boolean =>
  [...scope.states.values()].some((state) => state.kind === 'plancc' || state.inner.some(holdsPlancc)),
);

export const isOrHoldsPlancc = (state: State): boolean =>
  state.kind === 'plancc' || state.inner.some(holdsPlancc);

/** Whether plancc merges the results of this Parallel or Map into `$.output`. */
export const mergesOutput = (state: State): boolean =>
  state.inner.some(holdsPlancc) && !resultFields.some((field) => state.value[field] !== undefined);

/** Whether plancc passes the payload into every iteration of this Map: its body has states or references that need it. */
export const passesPayload = remembered(
  (state: State): boolean =>
    state.type === 'Map' && state.inner.some((body) => holdsPlancc(body) || usesReferences(body)),
);

const usesReferences = (scope: Scope): boolean =>
  [...scope.states.values()].some((state) => hasReferences(state) || state.inner.some(usesReferences));

/** What the payload consists of, beside the `input` of whoever started the deployment. */
export const payloadKeys: readonly string[] = [
  ...['environment', 'distribution', 'deployment', 'parameters', 'dependencies', 'output'],
];

/** What of the payload enters a Map, beside `item` and `iteration`. */
export const carried: readonly string[] = [...payloadKeys, 'input'];

/** How many Maps with a payload of plancc's are around a scope: the length of `$.iteration` in it. */
export function mapDepth(scope: Scope): number {
  let depth = 0;
  for (let owner = scope.owner; owner !== undefined; owner = owner.scope.owner) {
    if (passesPayload(owner)) depth++;
  }
  return depth;
}
