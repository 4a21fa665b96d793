import type { Related } from '../../diagnostics/problem.js';
import type { Plan, State } from '../../language/plan.js';
import type { Departure } from './way.js';

/** A note at a field of a state, or at its name. */
export const noteAt = (plan: Plan, { path }: State, message: string, field?: string): Related => ({
  place: { file: plan.document.file, path: [...path, ...(field === undefined ? [] : [field])], on: 'key' },
  message,
});

export const whenFalse = (plan: Plan, state: State): readonly Related[] => [
  noteAt(plan, state, `when this is false, \`${state.name}\` is skipped`, 'When'),
];

/** Where a way goes past something, as a note. */
export function departureNote(plan: Plan, leaves: Departure): readonly Related[] {
  const { file } = plan.document;
  switch (leaves.kind) {
    case 'start':
      return [];
    case 'skip':
      return whenFalse(plan, leaves.state);
    case 'catch':
      return [{ place: { file, path: leaves.path }, message: `this catcher leads to \`${leaves.to}\`` }];
    case 'exit': {
      const to = leaves.to === undefined ? 'the end' : `\`${leaves.to}\``;
      const on = leaves.path.length === leaves.state.path.length ? ('key' as const) : undefined;
      return [{ place: { file, path: leaves.path, on }, message: `from here the way leads to ${to}` }];
    }
  }
}
