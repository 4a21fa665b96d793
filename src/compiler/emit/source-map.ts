import { linesOf, positionAt } from '../../diagnostics/position.js';
import type { Plan } from '../../language/plan.js';
import type { JsonObject } from '../../source/document.js';
import type { AddedNames } from '../lower/names.js';

/** Each state of the definition, added ones too, with the line and column of the state in the plan it comes from. */
export function sourceMap(plan: Plan, added: (state: Plan['states'][number]) => AddedNames): JsonObject {
  const { document } = plan;
  const lines = linesOf(document.text);
  const states = plan.states.flatMap((state) => {
    const [offset] = document.range(state.path, 'key');
    const { line, column } = positionAt(lines, offset);
    const names = [state.name, ...Object.values(added(state)).filter((name) => name !== '')];
    return names.map((name) => [name, { state: state.name, type: state.type, line, column }] as const);
  });
  return { version: 1, file: document.file, states: Object.fromEntries(states) };
}
