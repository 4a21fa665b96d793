import type { Problem } from '../../diagnostics/problem.js';
import type { Plan } from '../../language/plan.js';
import { contextOf, typeOf } from '../../states/registry.js';
import { checkGraph } from './graph.js';
import { checkMaps } from './maps.js';
import { checkPayload } from './payload.js';
import { checkReferences } from './references.js';

/** All that is known to be wrong with a plan before it is lowered. */
export function check(plan: Plan): readonly Problem[] {
  return [checkGraph, checkStates, checkReferences, checkMaps, checkPayload].flatMap((one) => one(plan));
}

/** What the states' own types check: properties, templates, folders. */
const checkStates = (plan: Plan): readonly Problem[] =>
  plan.states.flatMap((state) =>
    state.kind === 'plancc' && state.valid ? (typeOf(state).check?.(contextOf(plan, state)) ?? []) : [],
  );
