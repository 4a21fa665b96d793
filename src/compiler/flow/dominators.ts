/** A directed graph of nodes 0…n-1 as lists of successors; node 0 is where everything starts. */
export type Graph = readonly (readonly number[])[];

/** Whether every way from the start to `b` leads through `a`. False where `b` cannot be reached. */
export type Dominates = (a: number, b: number) => boolean;

/**
 * Dominators by the iterative algorithm of Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm" (2001);
 * answers are constant-time by the intervals of the dominator tree.
 */
export function dominators(graph: Graph): Dominates {
  const order = reversePostorder(graph);
  const rank = new Int32Array(graph.length).fill(-1);
  for (const [position, node] of order.entries()) rank[node] = position;
  const predecessors: number[][] = graph.map(() => []);
  for (const node of order) for (const next of graph[node]!) predecessors[next]!.push(node);

  const parent = new Int32Array(graph.length).fill(-1);
  parent[0] = 0;
  const meet = (a: number, b: number): number => {
    while (a !== b) {
      while (rank[a]! > rank[b]!) a = parent[a]!;
      while (rank[b]! > rank[a]!) b = parent[b]!;
    }
    return a;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const node of order.slice(1)) {
      let nearest = -1;
      for (const before of predecessors[node]!) {
        if (parent[before] !== -1) nearest = nearest === -1 ? before : meet(nearest, before);
      }
      if (parent[node] !== nearest) {
        parent[node] = nearest;
        changed = true;
      }
    }
  }
  const [enter, leave] = intervals(parent, order);
  return (a, b) => rank[b] !== -1 && rank[a] !== -1 && enter[a]! <= enter[b]! && leave[b]! <= leave[a]!;
}

function reversePostorder(graph: Graph): number[] {
  const seen = new Uint8Array(graph.length);
  const order: number[] = [];
  const stack: [node: number, next: number][] = [[0, 0]];
  seen[0] = 1;
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const next = graph[top[0]]![top[1]++];
    if (next === undefined) {
      order.push(top[0]);
      stack.pop();
    } else if (seen[next] === 0) {
      seen[next] = 1;
      stack.push([next, 0]);
    }
  }
  return order.reverse();
}

function intervals(parent: Int32Array, order: readonly number[]): [Int32Array, Int32Array] {
  const children: number[][] = Array.from(parent, () => []);
  for (const node of order) if (node !== 0) children[parent[node]!]!.push(node);
  const enter = new Int32Array(parent.length);
  const leave = new Int32Array(parent.length);
  let clock = 0;
  const stack: [node: number, child: number][] = [[0, 0]];
  enter[0] = clock++;
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const child = children[top[0]]![top[1]++];
    if (child === undefined) {
      leave[top[0]] = clock++;
      stack.pop();
    } else {
      enter[child] = clock++;
      stack.push([child, 0]);
    }
  }
  return [enter, leave];
}
