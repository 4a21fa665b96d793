import { type Problem, problem } from '../../diagnostics/problem.js';
import type { Plan, Scope } from '../../language/plan.js';
import { assignmentsIn } from '../flow/variables.js';

const identifier = /^[\p{ID_Start}_]\p{ID_Continue}*$/u;

/** https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html#variable-name-syntax */
export const checkVariableNames = (plan: Plan, scope: Scope): readonly Problem[] =>
  [...assignmentsIn(scope)].flatMap(([name, by]) => {
    const reason = faultOf(name);
    if (reason === undefined) return [];
    const values = { name, owner: '`Assign`', reason };
    return by.map(({ path }) => problem('PLAN1010', { file: plan.document.file, path, on: 'key' }, values));
  });

function faultOf(name: string): string | undefined {
  if (name === 'states') return '`$states` is reserved';
  if (name.length > 80) return `it has ${name.length} characters, and may have 80`;
  if (identifier.test(name)) return undefined;
  return 'a variable has letters, digits and `_`, and starts with a letter';
}
