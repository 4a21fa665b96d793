import type { Path, Place } from '../diagnostics/problem.js';
import type { Plan, State } from '../language/plan.js';
import type { StateContext, StateType } from './define.js';
import { stateTypes } from './index.js';

const byName = new Map(stateTypes.map((type) => [type.type, type]));

/** The definition of a state of plancc's own. */
export function typeOf(state: State): StateType {
  const type = byName.get(state.type);
  if (type === undefined) throw new Error(`\`${state.type}\` is not a state type`);
  return type;
}

export const isPlanccType = (type: unknown): boolean => typeof type === 'string' && byName.has(type);

/** Whether a place of the plan is one where a state's type refuses every reference itself. */
export const isForShell = (state: State | undefined, path: Path): boolean =>
  state?.kind === 'plancc' &&
  path[state.path.length] === 'Properties' &&
  typeOf(state).shellProperties?.includes(String(path[state.path.length + 1])) === true;

/** What a type's functions are given of one state. */
export function contextOf(plan: Plan, state: State): StateContext<never> {
  return {
    name: state.name,
    state,
    plan,
    project: plan.project,
    properties: (state.value.Properties ?? {}) as never,
    at: (path, on): Place => ({
      file: plan.document.file,
      path: [...state.path, 'Properties', ...path],
      on,
    }),
  };
}
