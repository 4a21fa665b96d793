import type { Scope, State } from '../../language/plan.js';
import { remembered } from '../remembered.js';
import { type Dominates, dominators } from './dominators.js';
import { catchersOf, exitsOf, skipOf, withoutNext } from './exits.js';

/**
 * The ways through one scope. A state is four nodes: `enter` (its `When` is tested), `run`, `done` (it has its output,
 * from its run or from `Otherwise`) and `after` (done or skipped); a catcher is one more.
 */
export interface Flow {
  readonly graph: readonly (readonly number[])[];
  readonly nodes: ReadonlyMap<string, StateNodes>;
  readonly dominates: Dominates;
  readonly reachable: (node: number) => boolean;
}

export interface StateNodes {
  readonly enter: number;
  readonly run: number;
  readonly done: number;
  readonly after: number;
  /** In the order of `catchersOf`. */
  readonly caught: readonly number[];
}

export const start = 0;
/** Where every way that succeeds arrives. */
export const end = 1;

/** The flow of a scope, computed once. */
export const flowOf = remembered(readFlow);

function readFlow(scope: Scope): Flow {
  const nodes = numberNodes(scope);
  const last = [...nodes.values()].at(-1);
  const size = last === undefined ? 2 : (last.caught.at(-1) ?? last.after) + 1;
  const graph: number[][] = Array.from({ length: size }, () => []);
  const target = (name: string | undefined): number | undefined =>
    name === undefined ? end : nodes.get(name)?.enter;
  const connect = (from: number, to: number | undefined) => {
    if (to !== undefined) graph[from]!.push(to);
  };
  if (scope.startAt !== undefined) connect(start, target(scope.startAt));
  for (const state of scope.states.values()) connectState(state, nodes.get(state.name)!, connect, target);
  const dominates = dominators(graph);
  return { graph, nodes, dominates, reachable: (node) => dominates(start, node) };
}

function connectState(
  state: State,
  at: StateNodes,
  connect: (from: number, to: number | undefined) => void,
  target: (name: string | undefined) => number | undefined,
): void {
  connect(at.enter, at.run);
  connect(at.run, at.done);
  connect(at.done, at.after);
  for (const exit of exitsOf(state)) if (exit.kind !== 'catch') connect(at.after, target(exit.to));
  for (const [index, exit] of catchersOf(state).entries()) {
    connect(at.run, at.caught[index]);
    connect(at.caught[index]!, target(exit.to));
  }
  if (state.value.When === undefined) return;
  if (state.value.Otherwise !== undefined) connect(at.enter, at.done);
  // A state that ends or chooses does not lead to where its skipping does.
  else if (withoutNext.has(state.type)) connect(at.enter, target(skipOf(state).to));
  else connect(at.enter, at.after);
}

function numberNodes(scope: Scope): Map<string, StateNodes> {
  const nodes = new Map<string, StateNodes>();
  let next = 2;
  for (const state of scope.states.values()) {
    const [enter, run, done, after] = [next++, next++, next++, next++] as const;
    nodes.set(state.name, { enter, run, done, after, caught: catchersOf(state).map(() => next++) });
  }
  return nodes;
}

/** Every node that can be reached from some nodes without passing through `blocked`. */
export function reach(
  graph: Flow['graph'],
  from: Iterable<number>,
  blocked?: ReadonlySet<number>,
): ReadonlySet<number> {
  const seen = new Set<number>(from);
  const waiting = [...seen];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const next of graph[node]!) {
      if (seen.has(next) || blocked?.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return seen;
}

/** The graph with every edge turned round: predecessors in the place of successors. */
export function reversed(graph: Flow['graph']): readonly (readonly number[])[] {
  const before: number[][] = graph.map(() => []);
  for (const [node, targets] of graph.entries()) for (const target of targets) before[target]!.push(node);
  return before;
}
