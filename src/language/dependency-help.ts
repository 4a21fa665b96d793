import { listed, nearest } from '../diagnostics/suggest.js';
import type { Plan } from './plan.js';

/** What to do about a dependency that the plan does not have. */
export function dependencyHelp(plan: Plan, name: string): string {
  if (name === plan.name) {
    return "it is this plan itself; outputs of the plan's own states are `${{ States.<state>.<output> }}`";
  }
  const names = [...plan.dependencies.keys()];
  const there = names.length === 0 ? '' : `; dependencies there are: ${listed(names)}`;
  const near = nearest(name, names);
  return near === undefined
    ? `add it: \`Dependencies: { ${name}: ^1.0.0 }\`${there}`
    : `did you mean \`${near}\`?${names.length > 1 ? there.slice(1) : ''}`;
}
