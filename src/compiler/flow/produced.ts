import type { Scope, State } from '../../language/plan.js';
import { end, flowOf } from './graph.js';

/**
 * The state that may leave `producer` without its output at the end of `scope`, which is around it: the producer itself
 * or a Parallel that holds it. Undefined when the output is there whenever the scope has ended well.
 */
export function skippable(producer: State, scope: Scope): State | undefined {
  for (let state: State | undefined = producer; state !== undefined; state = state.scope.owner) {
    const { dominates, nodes } = flowOf(state.scope);
    if (!dominates(nodes.get(state.name)!.done, end)) return state;
    if (state.scope === scope) return undefined;
  }
  return undefined;
}
