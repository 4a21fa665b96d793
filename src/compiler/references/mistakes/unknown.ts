import { certain, didYouMean, listed, nearest, suggestion } from '../../../diagnostics/suggest.js';
import { dependencyHelp } from '../../../language/dependency-help.js';
import type { Plan } from '../../../language/plan.js';
import { type Part, partFor, type Reference } from '../../../language/reference.js';
import { declaration } from '../declaration.js';
import { type Finding, finding } from '../finding.js';
import { fields } from '../roots.js';
import { otherwiseNamed } from './otherwise-named.js';

export function unknownParameter(plan: Plan, reference: Reference, part: Part): Finding {
  const name = String(part.key);
  const names = [...plan.parameters.keys()];
  const near = nearest(name, names);
  const declare = `declare it: \`Parameters: { ${name}: { Default: … } }\``;
  const help =
    near === undefined
      ? (otherwiseNamed(plan, name, 'Parameters') ??
        (names.length === 0 ? declare : `${declare}; parameters there are: ${listed(names)}`))
      : didYouMean(name, names, 'parameters');
  const related = near === undefined ? [] : declaration(plan, near);
  const meant = partFor(reference, part, certain(name, names));
  return finding('PLAN4004', part.span, { name }, { help, related, meant });
}

export function unknownDependency(plan: Plan, reference: Reference, part: Part): Finding {
  const name = String(part.key);
  const near = nearest(name, plan.dependencies.keys()) !== undefined;
  const help = near ? undefined : otherwiseNamed(plan, name, 'Dependencies');
  const meant = partFor(reference, part, certain(name, plan.dependencies.keys()));
  return finding('PLAN4005', part.span, { name }, { help: help ?? dependencyHelp(plan, name), meant });
}

export function unknownField(reference: Reference, part: Part): Finding {
  const { root, text } = reference;
  const reason = `\`${root}\` has no \`${part.key}\``;
  const { help, meant } = suggestion(String(part.key), fields[root]!, `fields of \`${root}\``);
  const extra = { help, meant: partFor(reference, part, meant) };
  return finding('PLAN4009', part.span, { reference: text, reason }, extra);
}
