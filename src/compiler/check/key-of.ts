import type { Place } from '../../diagnostics/problem.js';
import type { Plan, State } from '../../language/plan.js';

/** The place of a state's name. */
export const keyOf = (plan: Plan, { path }: State): Place => ({
  file: plan.document.file,
  path,
  on: 'key',
});
