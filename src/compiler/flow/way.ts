import type { Path } from '../../diagnostics/problem.js';
import type { Scope, State } from '../../language/plan.js';
import { catchersOf, exitsOf } from './exits.js';
import { end, flowOf, reach, reversed, type StateNodes, start } from './graph.js';

/** A way through a scope that goes past something: where it parts from the ways that do not, and the states from there on. */
export interface Way {
  readonly states: readonly string[];
  readonly leaves: Departure;
}

export type Departure =
  | { readonly kind: 'start' }
  | { readonly kind: 'skip'; readonly state: State }
  /** By an exit or a catcher to the state `to` (undefined: the end); `path` is in the document. */
  | {
      readonly kind: 'exit' | 'catch';
      readonly state: State;
      readonly to: string | undefined;
      readonly path: Path;
    };

/** A shortest way from the start of a scope to a node of its flow that avoids others; undefined when there is none. */
export function wayTo(scope: Scope, target: number, avoided: ReadonlySet<number>): Way | undefined {
  const { graph } = flowOf(scope);
  const came = new Map<number, number>([[start, start]]);
  const waiting = [start];
  for (let index = 0; index < waiting.length && !came.has(target); index++) {
    for (const next of graph[waiting[index]!]!) {
      if (came.has(next) || avoided.has(next)) continue;
      came.set(next, waiting[index]!);
      waiting.push(next);
    }
  }
  if (!came.has(target)) return undefined;
  const nodes = [target];
  for (let node = target; node !== start; node = came.get(node)!) nodes.push(came.get(node)!);
  nodes.reverse();
  const parts = partingIndex(scope, nodes, avoided, target);
  const leaves = departure(scope, nodes, parts);
  const after = statesOn(scope, nodes.slice(parts));
  return { states: leaves.kind === 'start' ? after : [...new Set([leaves.state.name, ...after])], leaves };
}

function statesOn(scope: Scope, way: readonly number[]): readonly string[] {
  const run = new Map([...flowOf(scope).nodes].map(([name, nodes]) => [nodes.run, name]));
  return way.flatMap((node) => run.get(node) ?? []);
}

/** The last place on a way from which what it avoids could still have been reached before its end. */
function partingIndex(
  scope: Scope,
  way: readonly number[],
  avoided: ReadonlySet<number>,
  target: number,
): number {
  const before = reach(reversed(flowOf(scope).graph), avoided, new Set([target]));
  return Math.max(
    0,
    way.findLastIndex((node, index) => before.has(node) && index < way.length - 1),
  );
}

function departure(scope: Scope, way: readonly number[], index: number): Departure {
  const { nodes } = flowOf(scope);
  // What a state does after it has run is decided when it has its output.
  const running = [...nodes.values()].find(({ run, done }) => way[index] === run || way[index] === done);
  const succeeds = running !== undefined && !running.caught.includes(way[index + 1]!);
  const at = succeeds ? way.indexOf(running.after) : index;
  const from = way[at]!;
  const next = way[at + 1]!;
  for (const [name, of] of nodes) {
    const found = departureFrom(scope.states.get(name)!, of, from, next, nodes);
    if (found !== undefined) return found;
  }
  return { kind: 'start' };
}

function departureFrom(
  state: State,
  { enter, run, after, caught }: StateNodes,
  from: number,
  next: number,
  nodes: ReadonlyMap<string, StateNodes>,
): Departure | undefined {
  const index = caught.indexOf(next) === -1 ? caught.indexOf(from) : caught.indexOf(next);
  if (index !== -1) {
    const { to, path } = catchersOf(state)[index]!;
    return { kind: 'catch', state, to, path: [...state.path, ...path!] };
  }
  if (from === enter && next !== run) return { kind: 'skip', state };
  if (from !== after) return undefined;
  const exit = exitsOf(state).find(
    ({ kind, to }) => kind !== 'catch' && (to === undefined ? end : nodes.get(to)?.enter) === next,
  );
  return { kind: 'exit', state, to: exit?.to, path: [...state.path, ...(exit?.path ?? [])] };
}
