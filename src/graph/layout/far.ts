import type { GraphEdge, GraphNode } from '../../compiler/emit/graph/model.js';

/** An arrow that leads past more states than this is followed by nobody. */
const most = 12;

/**
 * Arrows between states that are far from each other in the source: a handler that all states of a long plan lead to,
 * say. The nearest arrow to each state stays, so that every state has its place in the flow.
 */
export function farEdges(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): ReadonlySet<GraphEdge> {
  const order = new Map(nodes.map(({ id }, index) => [id, index]));
  const span = ({ from, to = '' }: GraphEdge): number =>
    Math.abs((order.get(to) ?? nodes.length) - (order.get(from) ?? -1));
  const nearest = new Map<string | undefined, GraphEdge>();
  for (const edge of edges) {
    const known = nearest.get(edge.to);
    if (known === undefined || span(edge) < span(known)) nearest.set(edge.to, edge);
  }
  return new Set(
    edges.filter((edge) => edge.to !== undefined && span(edge) > most && nearest.get(edge.to) !== edge),
  );
}
