import { objectOr } from '../../language/json.js';
import type { Scope, State } from '../../language/plan.js';
import { nextOf, skipOf } from '../flow/exits.js';
import { mergesOutput } from '../managed.js';
import { endsWithResult, entryOf, type Lowering, leadTo } from './context.js';
import { mergedState, resultState } from './merge.js';
import { lowerNative } from './native.js';
import { lowerTask } from './task.js';
import { testStates } from './test.js';
import type { Tree, TreeObject } from './tree.js';

/** Lowers the states of a scope in the source's order, each followed by the states plancc adds for it. */
export function lowerScope(lowering: Lowering, scope: Scope): TreeObject {
  const states = new Map<string, Tree>();
  for (const state of scope.states.values()) {
    for (const [name, lowered] of lowerState(lowering, state)) states.set(name, lowered);
  }
  if (endsWithResult(scope) && [...scope.states.values()].some(leadsToEnd))
    states.set(lowering.names(scope.owner!).result, resultState(lowering.plan, scope));
  const { StartAt: _, States: __, ...rest } = scope.kind === 'plan' ? {} : scope.value;
  const first = scope.startAt === undefined ? undefined : scope.states.get(scope.startAt);
  return { ...rest, StartAt: first === undefined ? '' : entryOf(lowering, first), States: states };
}

/** Whether a state leads to its scope's end by itself; a Succeed ends there and then. */
const leadsToEnd = (state: State): boolean => {
  const next = nextOf(state);
  const skipped = state.value.When !== undefined && skipOf(state).to === undefined;
  return skipped || (next !== undefined && next.to === undefined);
};

function lowerState(lowering: Lowering, state: State): readonly (readonly [string, TreeObject])[] {
  const tests = state.value.When === undefined ? [] : testStates(lowering, state);
  if (state.kind === 'plancc') return [...tests, [state.name, lowerTask(lowering, state)]];
  const inner = (field: string) => lowerInner(lowering, state, field);
  if (state.type !== 'Parallel' || state.language === 'JSONata' || !mergesOutput(state)) {
    return [...tests, [state.name, lowerNative(lowering, state, undefined, inner)]];
  }
  const merged = lowering.names(state).merged;
  const leads = leadTo(lowering, state.scope, nextOf(state)!.to);
  return [
    ...tests,
    [state.name, lowerNative(lowering, state, merged, inner)],
    [merged, mergedState(state, leads)],
  ];
}

/** `Branches`, `ItemProcessor` or `Iterator` of a Parallel or Map. */
function lowerInner(lowering: Lowering, state: State, field: string): Tree {
  if (field === 'Branches') return state.inner.map((branch) => lowerScope(lowering, branch));
  const body = state.inner.find((scope) => scope.path.at(-1) === field);
  return body === undefined ? objectOr(state.value[field]) : lowerScope(lowering, body);
}
