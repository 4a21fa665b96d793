import type { Related } from '../../diagnostics/problem.js';
import type { Plan } from '../../language/plan.js';

/** The place where a parameter is declared, or one of its fields, as a note beside a problem. */
export function declaration(plan: Plan, name: string, field?: string): readonly Related[] {
  const path = ['Parameters', name, ...(field === undefined ? [] : [field])];
  const what = field === undefined ? `\`${name}\` is` : `\`${field}\` of \`${name}\` is`;
  return [{ place: { file: plan.document.file, path, on: 'key' }, message: `${what} declared here` }];
}
