import { chain } from '../../diagnostics/codes/names.js';
import type { Related } from '../../diagnostics/problem.js';
import { objectOr, valueAt } from '../../language/json.js';
import type { Plan, Scope, State } from '../../language/plan.js';
import { catchersOf } from '../flow/exits.js';
import { flowOf } from '../flow/graph.js';
import { departureNote } from '../flow/notes.js';
import { type Way, wayTo } from '../flow/way.js';
import { isOrHoldsPlancc } from '../managed.js';

/** Why there may be no caught error at a state, what to do, and which places show it. */
export interface Uncaught {
  readonly reason: string;
  readonly help: string;
  readonly related: readonly Related[];
}

/** Undefined when every way to a state leads through a catcher that leaves the error at `$.error`. */
export function uncaught(plan: Plan, user: State | undefined): Uncaught | undefined {
  if (user === undefined) {
    const help = 'read the error in a state that a catcher leads to, and refer to its output here';
    return { reason: 'outputs are those of a plan that succeeded', help, related: [] };
  }
  let without: Uncaught | undefined;
  // A Map passes on what it always passes, and no error.
  for (
    let state: State | undefined = user;
    state !== undefined;
    state = state.scope.kind === 'body' ? undefined : state.scope.owner
  ) {
    const { nodes } = flowOf(state.scope);
    const { enter, run } = nodes.get(state.name)!;
    const caught = catching(state.scope).flatMap(({ node, leaves }) => (leaves ? [node] : []));
    const way = wayTo(state.scope, enter, new Set(caught));
    if (way === undefined) return undefined;
    without ??= {
      reason: `the way ${chain(shown(way, state))} brings no caught error`,
      help: elsewhere(state.scope, run),
      related: [...departureNote(plan, way.leaves), ...otherPlaces(plan, state.scope)],
    };
  }
  return without;
}

/** The states from where it parts from the ways with an error; the last two where there are none. */
const shown = ({ states, leaves }: Way, user: State): readonly string[] =>
  [...states, user.name].slice(leaves.kind === 'start' ? -2 : 0);

interface Catching {
  readonly state: State;
  readonly index: number;
  readonly node: number;
  /** Whether it leaves the error where references find it. */
  readonly leaves: boolean;
}

const catching = (scope: Scope): readonly Catching[] =>
  [...scope.states.values()].flatMap((state) =>
    catchersOf(state).map((_, index) => ({
      state,
      index,
      node: flowOf(scope).nodes.get(state.name)!.caught[index]!,
      leaves: leavesError(state, index),
    })),
  );

const elsewhere = (scope: Scope, run: number): string =>
  catching(scope).some(({ leaves, node }) => !leaves && flowOf(scope).dominates(node, run))
    ? 'leave `ResultPath` and `Output` of the catcher out'
    : 'use it in a state that only catchers lead to';

/** Catchers that leave the error somewhere else. */
const otherPlaces = (plan: Plan, scope: Scope): readonly Related[] =>
  catching(scope)
    .filter(({ leaves }) => !leaves)
    .slice(0, 3)
    .map(({ state, index }) => ({
      place: { file: plan.document.file, path: [...state.path, 'Catch', index] },
      message: `this catcher of \`${state.name}\` does not leave the error at \`$.error\``,
    }));

function leavesError(state: State, index: number): boolean {
  const { ResultPath, Output } = objectOr(valueAt(state.value, ['Catch', index]));
  if (state.language === 'JSONata') {
    return Output === undefined ? isOrHoldsPlancc(state) : JSON.stringify(Output).includes('error');
  }
  return ResultPath === undefined ? isOrHoldsPlancc(state) : ResultPath === '$.error';
}
