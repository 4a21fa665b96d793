import type { State } from '../../language/plan.js';
import { nextOf } from './exits.js';

/**
 * Whether every execution comes to a state, unless something fails before it: no Choice stands before it, and neither it
 * nor what it is in has a `When`. Inside a Map nothing is certain, because its list may be empty.
 */
export function runsForCertain(state: State): boolean {
  const { scope } = state;
  if (state.value.When !== undefined) return false;
  if (scope.owner !== undefined && (scope.kind === 'body' || !runsForCertain(scope.owner))) return false;
  const seen = new Set<string>();
  for (let name = scope.startAt; name !== undefined && !seen.has(name); ) {
    if (name === state.name) return true;
    seen.add(name);
    const before = scope.states.get(name);
    name = before && nextOf(before)?.to;
  }
  return false;
}
