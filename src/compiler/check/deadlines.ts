import { type Problem, problem } from '../../diagnostics/problem.js';
import type { Plan, Scope, State } from '../../language/plan.js';
import { exitsOf } from '../flow/exits.js';

/** States that may take longer than the whole plan, alone or together: the execution is ended in the middle of them. */
export function checkDeadlines(plan: Plan): readonly Problem[] {
  const whole = plan.value.TimeoutSeconds;
  if (typeof whole !== 'number') return [];
  const { file } = plan.document;
  const related = [{ place: { file, path: ['TimeoutSeconds'] }, message: 'the deadline of the plan' }];
  const alone = plan.states.flatMap(({ name, path, type, value }) => {
    const field = fieldOf(type);
    const seconds = value[field];
    if (typeof seconds !== 'number' || seconds <= whole) return [];
    const help = `raise \`TimeoutSeconds\` of the plan, or lower \`${field}\` here`;
    return problem('PLAN2093', { file, path: [...path, field] }, { name, seconds, whole }, { help, related });
  });
  if (alone.length > 0) return alone;
  const together = longestOf(plan.machine);
  if (together <= whole) return [];
  const help = 'raise it, so that states that come late have their time too, or lower deadlines of states';
  return [problem('PLAN2094', { file, path: ['TimeoutSeconds'] }, { seconds: together, whole }, { help })];
}

/** The field that says how long a state may take. */
const fieldOf = (type: string) => (type === 'Wait' ? 'Seconds' : 'TimeoutSeconds');

/** Seconds of the longest way through a scope, each state at its deadline where it has one; loops are gone through once. */
function longestOf(scope: Scope): number {
  const before = new Map<string, number>();
  let longest = 0;
  for (const state of scope.states.values()) {
    const after = (before.get(state.name) ?? 0) + durationOf(state);
    longest = Math.max(longest, after);
    for (const { to } of exitsOf(state))
      if (to !== undefined) before.set(to, Math.max(before.get(to) ?? 0, after));
  }
  return longest;
}

function durationOf({ type, value, inner }: State): number {
  const seconds = value[fieldOf(type)];
  return typeof seconds === 'number' ? seconds : Math.max(0, ...inner.map(longestOf));
}
