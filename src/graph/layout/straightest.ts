import type { Graph as Dagre, NodeLabel } from '@dagrejs/dagre';
import type { Bundle } from './lanes.js';

/** What dagre takes for a whole graph. Without `align` it takes the mean of four ways to align states with each other. */
export interface Settings {
  readonly align?: 'UL' | 'UR';
  readonly width?: number;
}

type Laid = Dagre<Settings, NodeLabel, Bundle>;

/** With more arrows than this, to lay out several times takes longer than a straighter picture is worth. */
const most = 60;

/** Of the ways to align states the one in which the main flow is straightest, and the picture not much wider. */
export function straightest<G extends Laid>(layOut: (align: Pick<Settings, 'align'>) => G, edges: number): G {
  const first = layOut({});
  if (edges > most || bend(first) === 0) return first;
  const others = [layOut({ align: 'UR' }), layOut({ align: 'UL' })];
  return others.reduce<G>((best, other) => (cost(other) < cost(best) ? other : best), first);
}

const cost = (graph: Laid): number => bend(graph) + (graph.graph().width ?? 0) / 2;

/** How far the steps from state to state lead to the side, in pixels. */
function bend(graph: Laid): number {
  const main = graph.edges().filter((edge: Edge) => graph.edge(edge).lanes[0]?.edge.kind === 'next');
  return main.reduce((sum: number, { v, w }: Edge) => sum + Math.abs(graph.node(v).x! - graph.node(w).x!), 0);
}

interface Edge {
  readonly v: string;
  readonly w: string;
}
