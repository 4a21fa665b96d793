import { excusable } from '../diagnostics/excusable.js';
import type { Problem } from '../diagnostics/problem.js';
import { isList, objectOr } from '../language/json.js';
import type { Plan } from '../language/plan.js';

/** Makes warnings of what is missing before the commands of `Package.Before` have run. */
export function excuseUnprepared(plan: Plan, problems: readonly Problem[]): readonly Problem[] {
  const { Before } = objectOr(plan.value.Package);
  if (!isList(Before) || Before.length === 0) return problems;
  return problems.map((problem) => {
    if (!excusable.has(problem.code)) return problem;
    const help = '`plancc build` runs the commands of `Package.Before` first, and then it must be there';
    return { ...problem, severity: 'warning', help };
  });
}
