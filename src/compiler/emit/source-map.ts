import { linesOf, positionAt } from '../../diagnostics/position.js';
import { isList, isObject } from '../../language/json.js';
import type { Plan, State } from '../../language/plan.js';
import type { JsonObject } from '../../source/document.js';
import type { AddedNames } from '../lower/names.js';
import type { Tree, TreeObject } from '../lower/tree.js';

/** Each state of the definition, added ones too, with the line and column of the state in the plan it comes from. */
export function sourceMap(plan: Plan, definition: Tree, added: (state: State) => AddedNames): JsonObject {
  const { document } = plan;
  const lines = linesOf(document.text);
  const emitted = new Set(namesIn(definition));
  const states = plan.states.flatMap((state) => {
    const [offset] = document.range(state.path, 'key');
    const { line, column } = positionAt(lines, offset);
    const names = [state.name, ...Object.values(added(state))].filter((name) => emitted.has(name));
    return names.map((name) => [name, { state: state.name, type: state.type, line, column }] as const);
  });
  return { version: 1, file: document.file, states: Object.fromEntries(states) };
}

/** Names of the states of a machine and of all machines inside. */
function namesIn(machine: Tree | undefined): readonly string[] {
  if (isList(machine)) return (machine as readonly Tree[]).flatMap(namesIn);
  if (!isObject(machine)) return [];
  const { States } = machine as TreeObject;
  if (!(States instanceof Map)) return [];
  return [...(States as ReadonlyMap<string, TreeObject>)].flatMap(([name, state]) => [
    name,
    ...[state.Branches, state.ItemProcessor, state.Iterator].flatMap(namesIn),
  ]);
}
