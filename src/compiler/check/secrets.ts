import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import type { Plan, State } from '../../language/plan.js';
import { contextOf, typeOf } from '../../states/registry.js';

const allowed =
  'secrets may stand in `Environment` of a runner or cdk state and in stack parameters with `NoEcho: true`';

/** A secret may only go where nobody reads it: the state's type says where that is. */
export function checkSecret(
  plan: Plan,
  state: State | undefined,
  parameter: string,
  path: Path,
  span: readonly [number, number],
  whole: boolean,
): readonly Problem[] {
  const reason = refusal(plan, state, path, whole);
  if (reason === undefined) return [];
  return [
    problem('PLAN4030', { file: plan.document.file, path, span }, { parameter, reason }, { help: allowed }),
  ];
}

function refusal(plan: Plan, state: State | undefined, path: Path, whole: boolean): string | undefined {
  if (state === undefined) return 'outputs are kept in the inventory';
  const inside = path.slice(state.path.length);
  if (state.kind !== 'plancc' || inside[0] !== 'Properties') return 'the execution keeps its history';
  if (!state.valid) return undefined;
  const accepts = typeOf(state).acceptsSecret?.(inside.slice(1), contextOf(plan, state));
  if (accepts === undefined) return `\`${state.type}\` states keep what they are given`;
  if (accepts !== true) return accepts;
  return whole ? undefined : 'only the worker knows its value, so it cannot be part of a text';
}
