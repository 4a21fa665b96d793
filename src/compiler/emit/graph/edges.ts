import { isList, objectOr } from '../../../language/json.js';
import type { Scope, State } from '../../../language/plan.js';
import type { Json } from '../../../source/document.js';
import { type Exit, exitsOf, skipOf } from '../../flow/exits.js';
import type { GraphEdge } from './model.js';
import { condition } from './words.js';

/** The ways between the states of a scope, and to the end of the plan. Ways to states that are not there are left out. */
export function edgesOf(scope: Scope, ids: ReadonlyMap<State, string>): readonly GraphEdge[] {
  return [...scope.states.values()].flatMap((state) => {
    const edges = ways(state).flatMap((exit): readonly GraphEdge[] => {
      const { kind, to } = exit;
      const target = to === undefined ? undefined : scope.states.get(to);
      // A branch ends without an arrow: the state that holds it goes on.
      const shown = to === undefined ? scope.kind === 'plan' : target !== undefined;
      if (!shown) return [];
      return [{ kind, from: ids.get(state)!, to: target && ids.get(target), label: labelOf(state, exit) }];
    });
    return merged(edges);
  });
}

const joints: { readonly [kind in GraphEdge['kind']]?: string } = { choice: ' or ', catch: ', ' };

/** One arrow for all rules of a Choice, or all catchers, that lead to the same state. */
function merged(edges: readonly GraphEdge[]): readonly GraphEdge[] {
  const found = new Map<string, GraphEdge>();
  for (const edge of edges) {
    const key = `${edge.kind} ${edge.to}`;
    const same = found.get(key);
    const label = same === undefined ? edge.label : `${same.label}${joints[edge.kind]}${edge.label}`;
    found.set(key, { ...edge, label });
  }
  return [...found.values()];
}

/** As they are read: on, past it when its `When` is false, and where errors lead. */
function ways(state: State): readonly Exit[] {
  const exits = exitsOf(state);
  return [
    ...exits.filter(({ kind }) => kind !== 'catch'),
    ...(state.value.When === undefined ? [] : [skipOf(state)]),
    ...exits.filter(({ kind }) => kind === 'catch'),
  ];
}

function labelOf(state: State, { kind, path }: Exit): string | undefined {
  const [field, index] = path ?? [];
  const entry = objectOr((state.value[String(field)] as readonly Json[] | undefined)?.[Number(index)]);
  switch (kind) {
    case 'next':
      return undefined;
    case 'choice':
      return condition(entry);
    case 'default':
      return 'else';
    case 'skip':
      return 'skipped';
    case 'catch':
      return errors(entry.ErrorEquals);
  }
}

function errors(names: Json | undefined): string {
  const given = isList(names) ? names.filter((name) => typeof name === 'string') : [];
  return given.length === 0 || given.includes('States.ALL') ? 'error' : given.join(', ');
}
