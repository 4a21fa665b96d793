import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import type { Plan, State } from '../../language/plan.js';
import type { SecretRefusal } from '../../states/define.js';
import { contextOf, typeOf } from '../../states/registry.js';
import { declaration } from '../references/declaration.js';

const allowed =
  'use it in `Environment` of a runner or cdk state, or as a stack parameter that the template declares with `NoEcho: true`';

/** A secret may only go where nobody reads it: the state's type says where that is. */
export function checkSecret(
  plan: Plan,
  state: State | undefined,
  parameter: string,
  path: Path,
  span: readonly [number, number],
  whole: boolean,
): readonly Problem[] {
  const refused = refusal(plan, state, path, whole);
  if (refused === undefined) return [];
  const { reason, help = allowed, related = [] } = refused;
  const place = { file: plan.document.file, path, span };
  const notes = [...declaration(plan, parameter, 'Secret'), ...related];
  return [problem('PLAN4030', place, { parameter, reason }, { help, related: notes })];
}

function refusal(
  plan: Plan,
  state: State | undefined,
  path: Path,
  whole: boolean,
): SecretRefusal | undefined {
  if (state === undefined) return { reason: 'everyone may read the outputs of a plan' };
  const inside = path.slice(state.path.length);
  if (state.kind !== 'plancc' || inside[0] !== 'Properties') {
    return { reason: 'Step Functions would keep its value in the history of the execution' };
  }
  if (!state.valid) return undefined;
  const accepts = typeOf(state).acceptsSecret?.(inside.slice(1), contextOf(plan, state));
  if (accepts === undefined)
    return { reason: `what \`${state.type}\` states are given can be read by others` };
  if (accepts !== true) return accepts;
  if (whole) return undefined;
  return {
    reason: 'its value is fetched only when the state runs, so it cannot be part of a text',
    help: 'pass it whole, in a value of its own, and put the text together where it is used',
  };
}
