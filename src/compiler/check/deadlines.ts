import { type Problem, problem } from '../../diagnostics/problem.js';
import type { Plan } from '../../language/plan.js';

/** States that may take longer than the whole plan: the execution is ended in the middle of them. */
export function checkDeadlines(plan: Plan): readonly Problem[] {
  const whole = plan.value.TimeoutSeconds;
  if (typeof whole !== 'number') return [];
  const { file } = plan.document;
  const related = [{ place: { file, path: ['TimeoutSeconds'] }, message: 'the deadline of the plan' }];
  return plan.states.flatMap(({ name, path, type, value }) => {
    const field = type === 'Wait' ? 'Seconds' : 'TimeoutSeconds';
    const seconds = value[field];
    if (typeof seconds !== 'number' || seconds <= whole) return [];
    const help = `raise \`TimeoutSeconds\` of the plan, or lower \`${field}\` here`;
    return problem('PLAN2093', { file, path: [...path, field] }, { name, seconds, whole }, { help, related });
  });
}
