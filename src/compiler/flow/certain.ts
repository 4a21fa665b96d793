import type { Scope, State } from '../../language/plan.js';
import { remembered } from '../remembered.js';
import { nextOf } from './exits.js';

/**
 * Whether every execution of the plan, or of a scope around the state, comes to a state unless something fails before
 * it: no Choice stands before it, and neither it nor what it is in has a `When`. In a Map nothing is certain, because
 * its list may be empty.
 */
export function runsForCertain(state: State, within?: Scope): boolean {
  const { scope } = state;
  if (state.value.When !== undefined || !wayOf(scope).has(state.name)) return false;
  if (scope === within || scope.owner === undefined) return true;
  return scope.kind === 'branch' && runsForCertain(scope.owner, within);
}

const wayOf = remembered((scope: Scope) => straightWay(scope, scope.startAt));

/** Names of the states that a way leads through from one on, until it ends or a Choice parts it. */
export function straightWay(scope: Scope, from: string | undefined): ReadonlySet<string> {
  const way = new Set<string>();
  for (let name = from; name !== undefined && !way.has(name); ) {
    way.add(name);
    const state = scope.states.get(name);
    name = state && nextOf(state)?.to;
  }
  return way;
}
