import type { Extra } from '../../diagnostics/problem.js';
import { valueAt } from '../../language/json.js';
import type { Plan, State } from '../../language/plan.js';
import { noteAt } from '../flow/notes.js';
import type { Field } from '../references/fields.js';

/** Why the payload cannot be seen in a field, and where to use what is in it instead. */
export function outOfSight(
  plan: Plan,
  state: State,
  { path, sees }: Field,
): Extra & { readonly reason: string } {
  const after = `in a state after \`${state.name}\``;
  switch (sees) {
    case 'error': {
      const next = valueAt(state.value, ['Catch', path[1]!, 'Next']);
      return {
        reason: 'where `$` is the error that was caught',
        help: `use it in \`${next}\`, where the catcher leads`,
      };
    }
    case 'part':
      return {
        reason: 'where `$` is what `InputPath` leaves of the input',
        help: `remove \`InputPath\`, or use it ${after}`,
        related: [noteAt(plan, state, '`InputPath` is here', 'InputPath')],
      };
    default: {
      const own = state.kind === 'native' && state.type !== 'Pass' ? 'in `Parameters`, or ' : '';
      return { reason: `where \`$\` is the result of \`${state.name}\``, help: `use it ${own}${after}` };
    }
  }
}

/** What to do about a reference in a field that takes none. */
export function fixedHelp(field: string): string {
  if (field === 'Next' || field === 'Default') return 'name a state; a Choice leads to one or another';
  return field === 'Resource'
    ? 'write it in full, or with `!Sub`, `!Ref` or `!GetAtt`, which are computed when the stack of the plan is made'
    : 'write the value itself: it must be known when the plan is built';
}

/** What to do about text around a reference where ASL takes a path or a single value. */
export const wholeHelp = (field: string): string =>
  `put the text together in a Pass state before this one, and refer to it in \`${field}\``;

/** What to write in a field whose values can be computed, but not the field itself. */
export const objectHelp = (field: string, quoted: string): string =>
  field === 'Result'
    ? `write an object with the text as one of its values, such as \`Result: { text: ${quoted} }\``
    : `write an object with the reference as one of its values, such as \`${field}: { value: ${quoted} }\``;
