import { didYouMean, listed, nearest } from '../../../diagnostics/suggest.js';
import { dependencyHelp } from '../../../language/dependency-help.js';
import type { Plan } from '../../../language/plan.js';
import type { Part, Reference } from '../../../language/reference.js';
import { declaration } from '../declaration.js';
import { type Finding, finding } from '../finding.js';
import { fields } from '../roots.js';
import { otherwiseNamed } from './otherwise-named.js';

export function unknownParameter(plan: Plan, { key, span }: Part): Finding {
  const name = String(key);
  const names = [...plan.parameters.keys()];
  const near = nearest(name, names);
  const declare = `declare it: \`Parameters: { ${name}: { Default: … } }\``;
  const help =
    near === undefined
      ? (otherwiseNamed(plan, name, 'Parameters') ??
        (names.length === 0 ? declare : `${declare}; parameters there are: ${listed(names)}`))
      : didYouMean(name, names, 'parameters');
  const related = near === undefined ? [] : declaration(plan, near);
  return finding('PLAN4004', span, { name }, { help, related });
}

export function unknownDependency(plan: Plan, { key, span }: Part): Finding {
  const name = String(key);
  const near = nearest(name, plan.dependencies.keys()) !== undefined;
  const help = near ? undefined : otherwiseNamed(plan, name, 'Dependencies');
  return finding('PLAN4005', span, { name }, { help: help ?? dependencyHelp(plan, name) });
}

export function unknownField({ root, text }: Reference, { key, span }: Part): Finding {
  const reason = `\`${root}\` has no \`${key}\``;
  const help = didYouMean(String(key), fields[root]!, `fields of \`${root}\``);
  return finding('PLAN4009', span, { reference: text, reason }, { help });
}
