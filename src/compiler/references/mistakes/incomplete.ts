import { listed } from '../../../diagnostics/suggest.js';
import type { Plan, Scope } from '../../../language/plan.js';
import { type Reference, referenceTo } from '../../../language/reference.js';
import { type Finding, finding } from '../finding.js';
import { fields } from '../roots.js';
import { visibleNames } from '../visible.js';

/** A reference that stops before it names a value. */
export function incomplete(plan: Plan, scope: Scope, reference: Reference): Finding {
  const help = helpFor(plan, scope, reference);
  return finding('PLAN4008', reference.span, { reference: reference.text }, { help });
}

function helpFor(plan: Plan, scope: Scope, { root, parts }: Reference): string {
  switch (root) {
    case 'States':
      return `name a state, \`States.<name>.<output>\`; states: ${listed(visibleNames(scope))}`;
    case 'Parameters':
      return `name a parameter, \`Parameters.<name>\`${list('parameters', [...plan.parameters.keys()])}`;
    case 'Dependencies':
      return parts.length === 0
        ? `name a distribution and its output, \`Dependencies.<distribution>.<output>\`${list('dependencies', [...plan.dependencies.keys()])}`
        : `name one of its outputs: \`${referenceTo(root, parts[0]!.key)}.<output>\``;
    default:
      return `name a field: ${fields[root]!.map((field) => `\`${root}.${field}\``).join(', ')}`;
  }
}

const list = (what: string, names: readonly string[]): string =>
  names.length === 0 ? '' : `; ${what}: ${listed(names)}`;
