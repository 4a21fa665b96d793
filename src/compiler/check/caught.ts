import { isList, isObject } from '../../language/json.js';
import type { State } from '../../language/plan.js';
import { catchersOf } from '../flow/exits.js';
import { flowOf, reach, start } from '../flow/graph.js';
import { isOrHoldsPlancc } from '../managed.js';

/** Whether every way to a state leads through a catcher that leaves the error at `$.error`. */
export function caughtBefore(user: State | undefined): boolean {
  // A Map passes on what it always passes, and no error.
  for (
    let state = user;
    state !== undefined;
    state = state.scope.kind === 'body' ? undefined : state.scope.owner
  ) {
    const { graph, nodes } = flowOf(state.scope);
    const caught = [...state.scope.states.values()].flatMap((other) =>
      catchersOf(other).flatMap((_, index) =>
        leavesError(other, index) ? nodes.get(other.name)!.caught[index]! : [],
      ),
    );
    if (!reach(graph, [start], new Set(caught)).has(nodes.get(state.name)!.enter)) return true;
  }
  return false;
}

function leavesError(state: State, index: number): boolean {
  const { Catch } = state.value;
  const catcher = isList(Catch) && isObject(Catch[index]) ? Catch[index] : {};
  const { ResultPath, Output } = catcher;
  if (state.language === 'JSONata') {
    return Output === undefined ? isOrHoldsPlancc(state) : JSON.stringify(Output).includes('error');
  }
  return ResultPath === undefined ? isOrHoldsPlancc(state) : ResultPath === '$.error';
}
