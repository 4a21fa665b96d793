import type { GraphEdge } from '../../compiler/emit/graph/model.js';
import type { PlacedNode } from './picture.js';

/** The height from which on a row of states stands in several columns, in pixels: some 35 plain states. */
const tall = 3600;
/** What stands between two states below each other. */
const step = 56;
/** Width by height of a picture that a screen shows well. */
const aspect = 1.5;

/**
 * States in the order of the source, cut into columns where it would take long to follow them down. Each is cut where
 * the fewest arrows are cut with it.
 */
export function columnsOf(
  nodes: readonly PlacedNode[],
  edges: readonly GraphEdge[],
): readonly (readonly PlacedNode[])[] {
  const heights = nodes.map(({ height }) => height + step);
  const total = heights.reduce((sum, height) => sum + height, 0);
  if (total < tall) return [nodes];
  const width = Math.max(...nodes.map((node) => node.width)) * 1.3;
  const target = total / Math.max(2, Math.round(Math.sqrt((aspect * total) / width)));
  const cut = cutArrows(nodes, edges);

  const columns: (readonly PlacedNode[])[] = [];
  let from = 0;
  let height = 0;
  let best = { at: 0, cost: Infinity };
  for (const [index, own] of heights.entries()) {
    height += own;
    const off = Math.abs(height - target) / target;
    const cost = cut[index]! + 3 * off;
    if (off <= 0.3 && cost <= best.cost) best = { at: index + 1, cost };
    if (height <= 1.3 * target && height + (heights[index + 1] ?? 0) <= 1.3 * target) continue;
    const end = best.at > from ? best.at : index + 1;
    columns.push(nodes.slice(from, end));
    from = end;
    height = heights.slice(from, index + 1).reduce((sum, one) => sum + one, 0);
    best = { at: 0, cost: Infinity };
  }
  return from < nodes.length ? [...columns, nodes.slice(from)] : columns;
}

/** How many arrows lead past the place behind each state. */
function cutArrows(nodes: readonly PlacedNode[], edges: readonly GraphEdge[]): readonly number[] {
  const order = new Map(nodes.map(({ node }, index) => [node.id, index]));
  const changes = nodes.map(() => 0);
  for (const { from, to } of edges) {
    const [first, last] = [order.get(from), order.get(to ?? '')];
    if (first === undefined || last === undefined) continue;
    changes[Math.min(first, last)]! += 1;
    changes[Math.max(first, last)]! -= 1;
  }
  let open = 0;
  return changes.map((change) => {
    open += change;
    return open;
  });
}
