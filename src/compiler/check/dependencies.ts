import { type Problem, problem } from '../../diagnostics/problem.js';
import type { Plan } from '../../language/plan.js';

/** A distribution that waited for itself to be deployed would never be. */
export function checkDependencies(plan: Plan): readonly Problem[] {
  if (!plan.dependencies.has(plan.name)) return [];
  const place = { file: plan.document.file, path: ['Dependencies', plan.name], on: 'key' as const };
  const help = "remove it; outputs of the plan's own states are `${{ States.<state>.<output> }}`";
  return [problem('PLAN4038', place, { name: plan.name }, { help })];
}
