import { Graph as Dagre, type Edge, layout, type NodeLabel } from '@dagrejs/dagre';
import type { GraphEdge } from '../../compiler/emit/graph/model.js';
import { farEdges } from './far.js';
import { jumpTo, labelOf } from './measure.js';
import type { PlacedMark, PlacedNode, Rectangle, Size } from './picture.js';
import { type LaidEdge, route } from './route.js';
import { type Arranged, trimmed } from './trim.js';

const marks: { readonly [mark in PlacedMark['mark']]: Size } = {
  start: { width: 60, height: 28 },
  end: { width: 52, height: 28 },
};
const markNames = ['start', 'end'] as const;

/** How much an arrow wants to be short and straight. */
const weights: { readonly [kind in GraphEdge['kind']]: number } = {
  next: 12,
  choice: 3,
  default: 4,
  skip: 1,
  catch: 1,
};

/** An arrow as dagre is given it, and gives it back with `points`, `x` and `y`. */
type Given = Omit<LaidEdge, 'points'> & Partial<Pick<LaidEdge, 'points'>> & { readonly weight: number };

/** The states of one scope from top to bottom, with the arrows between them. Arrows never leave a scope. */
export function arrange(nodes: readonly PlacedNode[], edges: readonly GraphEdge[]): Arranged {
  const graph = new Dagre<object, NodeLabel, Given>({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 28, edgesep: 22, ranksep: 56 });
  const ends = markNames.filter((mark) => edges.some(({ from, to = 'end' }) => from === mark || to === mark));
  for (const mark of ends) graph.setNode(mark, { ...marks[mark] });
  for (const { node, width, height } of nodes) graph.setNode(node.id, { width, height });

  const jumps = new Map(jumpsOf(nodes, edges));
  for (const [index, edge] of edges.entries()) {
    const jump = jumps.get(edge);
    if (jump !== undefined) graph.setNode(jump.id, { width: jump.width, height: jump.height });
    const { lines, width, height } = labelOf(edge) ?? { lines: undefined, width: 0, height: 0 };
    const to = jump?.id ?? edge.to ?? 'end';
    const own = edge.from === to;
    const given = {
      edge: { ...edge, to },
      lines,
      width,
      height,
      labelpos: own ? 'c' : 'r',
      weight: weights[edge.kind],
    };
    graph.setEdge(edge.from, to, given, String(index));
  }
  if (nodes.length > 0) layout(graph);

  const boxes = new Map<string, Rectangle>(
    graph.nodes().map((id: string) => {
      const { x = 0, y = 0, width, height } = graph.node(id);
      return [id, { x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height }];
    }),
  );
  const laid = graph.edges().map((edge: Edge) => ({ points: [], ...graph.edge(edge) }));
  return trimmed({
    nodes: nodes.map((placed) => ({ ...placed, ...boxes.get(placed.node.id)! })),
    marks: ends.map((mark) => ({ mark, ...boxes.get(mark)! })),
    jumps: [...jumps.values()].map(({ id, to, text }) => ({ to, text, ...boxes.get(id)! })),
    edges: route(boxes, laid),
  });
}

/** Signs in the place of states that are far away. */
const jumpsOf = (nodes: readonly PlacedNode[], edges: readonly GraphEdge[]) => {
  const targets = new Map(nodes.map(({ node }) => [node.id, node]));
  const far = farEdges([...targets.values()], edges);
  return [...far].map((edge, index) => {
    const to = targets.get(edge.to!)!;
    return [edge, { id: `jump${index}`, to, ...jumpTo(to) }] as const;
  });
};
