import { Graph as Dagre, type Edge, layout, type NodeLabel } from '@dagrejs/dagre';
import type { GraphEdge, GraphNode } from '../../compiler/emit/graph/model.js';
import { type Bundle, bundlesOf } from './lanes.js';
import { alongMainFlow } from './main-flow.js';
import { jumpTo } from './measure.js';
import { nearSource } from './near-source.js';
import type { PlacedMark, PlacedNode, Rectangle, Size } from './picture.js';
import { type LaidBundle, route } from './route.js';
import { type Settings, straightest } from './straightest.js';
import { type Arranged, trimmed } from './trim.js';

const marks: { readonly [mark in PlacedMark['mark']]: Size } = {
  start: { width: 60, height: 28 },
  end: { width: 52, height: 28 },
};
const markNames = ['start', 'end'] as const;

/** A bundle as dagre is given it, and gives it back with `points`, `x` and `y`. */
type Given = Bundle & Partial<LaidBundle> & { readonly labelpos: 'c' | 'r'; readonly labeloffset: 0 };

/** States from top to bottom, with the arrows from them; at the end of an arrow that is `cut` a sign names its target. */
export function arrange(
  nodes: readonly PlacedNode[],
  edges: readonly GraphEdge[],
  cut: ReadonlyMap<GraphEdge, GraphNode>,
): Arranged {
  const jumps = new Map(jumpsOf(edges, cut));
  const ends = markNames.filter((mark) => edges.some(({ from, to = 'end' }) => from === mark || to === mark));
  const bundles = bundlesOf(edges, (edge) => jumps.get(edge)?.id ?? edge.to ?? 'end');
  const graph = straightest((align) => {
    const drawn = new Dagre<Settings, NodeLabel, Given>();
    drawn.setGraph({ rankdir: 'TB', nodesep: 28, edgesep: 22, ranksep: 56, ...align });
    for (const mark of ends) drawn.setNode(mark, { ...marks[mark] });
    for (const { node, width, height } of nodes) drawn.setNode(node.id, { width, height });
    for (const { id, width, height } of jumps.values()) drawn.setNode(id, { width, height });
    for (const bundle of bundles) {
      const labelpos = bundle.from === bundle.to ? 'c' : 'r';
      drawn.setEdge(bundle.from, bundle.to, { ...bundle, labelpos, labeloffset: 0 });
    }
    if (nodes.length > 0) layout(drawn);
    return drawn;
  }, bundles.length);

  const laid = alongMainFlow(
    {
      boxes: new Map(graph.nodes().map((id: string) => [id, { x: 0, y: 0, ...graph.node(id) }])),
      bundles: graph.edges().map((edge: Edge) => ({ points: [], x: 0, y: 0, ...graph.edge(edge) })),
    },
    ends.includes('start') ? 'start' : (nodes[0]?.node.id ?? ''),
  );
  const boxes = new Map<string, Rectangle>(
    [...laid.boxes].map(([id, { x, y, width, height }]) => [
      id,
      { x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height },
    ]),
  );
  return trimmed({
    nodes: nodes.map((placed) => ({ ...placed, ...boxes.get(placed.node.id)! })),
    marks: ends.map((mark) => ({ mark, ...boxes.get(mark)! })),
    jumps: [...jumps.values()].map(({ id, to, text }) => ({ to, text, ...boxes.get(id)! })),
    edges: nearSource(route(boxes, laid.bundles), boxes.values()),
  });
}

/** Signs in the place of states that are far away. */
const jumpsOf = (edges: readonly GraphEdge[], cut: ReadonlyMap<GraphEdge, GraphNode>) =>
  edges.flatMap((edge, index) => {
    const to = cut.get(edge);
    return to === undefined ? [] : [[edge, { id: `jump${index}`, to, ...jumpTo(to) }] as const];
  });
