import { nearest, suggestion } from '../../../diagnostics/suggest.js';
import type { Plan, Scope, State } from '../../../language/plan.js';
import { type Part, partFor, type Reference, referenceTo } from '../../../language/reference.js';
import { holdsPlancc, mergesOutput, resultFields } from '../../managed.js';
import { type Finding, finding } from '../finding.js';
import { visibleNames, visibleState } from '../visible.js';
import { otherwiseNamed } from './otherwise-named.js';

/** A state that is not there, or not to be seen from where it is named. */
export function unknownState(plan: Plan, scope: Scope, reference: Reference, part: Part): Finding {
  const { span } = part;
  const name = String(part.key);
  const hidden = plan.states.find((state) => state.name === name);
  const owner = hidden?.scope.owner;
  if (hidden !== undefined && owner !== undefined) {
    const place = { file: plan.document.file, path: hidden.path, on: 'key' as const };
    const related = [{ place, message: `\`${name}\` is here` }];
    return finding(
      'PLAN4003',
      span,
      { name, inside: owner.name },
      { help: ofHidden(scope, hidden, reference), related },
    );
  }
  const names = visibleNames(scope);
  const near = nearest(name, names) !== undefined;
  const help = near ? undefined : otherwiseNamed(plan, name, 'States');
  if (help !== undefined) return finding('PLAN4003', span, { name }, { help });
  const suggested = suggestion(name, names, 'states');
  const meant = partFor(reference, part, suggested.meant);
  return finding('PLAN4003', span, { name }, { ...suggested, meant });
}

/** How a state inside a Parallel or Map is referred to from outside. */
function ofHidden(scope: Scope, hidden: State, { parts }: Reference): string {
  const owner = hidden.scope.owner!;
  const set = resultFields.filter((field) => owner.value[field] !== undefined);
  if (set.length > 0 && owner.inner.some(holdsPlancc)) {
    return `remove ${set.map((field) => `\`${field}\``).join(', ')} of \`${owner.name}\`: then plancc keeps the outputs of the states inside`;
  }
  if (owner.type === 'Map' && mergesOutput(owner) && visibleState(scope, owner.name) === owner) {
    const keys = parts.map(({ key }) => key);
    return `\`${owner.name}\` gives a list with the outputs of each iteration: \`${referenceTo('States', owner.name, 0, ...keys)}\``;
  }
  return owner.type === 'Map'
    ? `its output is there only inside \`${owner.name}\``
    : `use it inside \`${owner.name}\`, or move the state out of it`;
}
