import type { Problem } from '../diagnostics/problem.js';
import { isList, objectOr } from '../language/json.js';
import type { Plan } from '../language/plan.js';

/** Something of the project is missing or not usable, which the commands of `Package.Before` may yet make. */
const mayBeMade = new Set(['PLAN3001', 'PLAN3013', 'PLAN3020', 'PLAN3021', 'PLAN6002']);

/** Makes warnings of what is missing before the commands of `Package.Before` have run. */
export function excuseUnprepared(plan: Plan, problems: readonly Problem[]): readonly Problem[] {
  const { Before } = objectOr(plan.value.Package);
  if (!isList(Before) || Before.length === 0) return problems;
  return problems.map((problem) => {
    if (!mayBeMade.has(problem.code)) return problem;
    const help = '`plancc build` runs the commands of `Package.Before` first, and then it must be there';
    return { ...problem, severity: 'warning', help };
  });
}
