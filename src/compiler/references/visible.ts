import type { Scope, State } from '../../language/plan.js';
import { mergesOutput } from '../managed.js';
import { remembered } from '../remembered.js';

/** The states of a scope that a reference can name: its own, and those of Parallels whose results are merged. */
const offeredBy = remembered((scope: Scope): ReadonlyMap<string, State> => {
  const offered = [...scope.states.values()].flatMap((state): (readonly [string, State])[] => {
    const merged = state.type === 'Parallel' && mergesOutput(state);
    return [[state.name, state], ...(merged ? state.inner.flatMap((branch) => [...offeredBy(branch)]) : [])];
  });
  return new Map(offered);
});

/** Finds a state by name from inside a scope: its own states first, then those of the scopes around it. */
export function visibleState(from: Scope, name: string): State | undefined {
  for (let scope: Scope | undefined = from; scope !== undefined; scope = scope.owner?.scope) {
    const found = offeredBy(scope).get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Names that `visibleState` finds, nearest scope first. */
export function visibleNames(from: Scope): readonly string[] {
  const outer = from.owner === undefined ? [] : visibleNames(from.owner.scope);
  return [...new Set([...offeredBy(from).keys(), ...outer])];
}
