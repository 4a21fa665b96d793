import type { Graph, GraphEdge, GraphNode, GraphScope } from '../../compiler/emit/graph/model.js';
import { arrange } from './arrange.js';
import { columnsOf } from './columns.js';
import { farEdges } from './far.js';
import { sizeOf, sizes, textOf } from './measure.js';
import type { PlacedNode, PlacedScope, Point, Size } from './picture.js';
import { type Arranged, sideBySide } from './trim.js';

/** Gives every state, branch and arrow of a plan its place. */
export const layout = ({ machine }: Graph): PlacedScope => placeScope(machine, true);

/** A scope with its title, if it has one, at the origin. */
function placeScope(scope: GraphScope, outermost: boolean): PlacedScope {
  const measured = scope.nodes.map(placeNode);
  const arranged = inColumns(measured, outermost ? withEnds(scope) : scope.edges);
  const { title } = scope;
  return title === undefined ? { title, x: 0, y: 0, ...arranged } : framed(title, arranged);
}

/** States below each other, in several columns when there are many; what leads too far, or to another column, is cut. */
function inColumns(nodes: readonly PlacedNode[], edges: readonly GraphEdge[]): Arranged {
  const states = new Map(nodes.map(({ node }) => [node.id, node]));
  const far = farEdges([...states.values()], edges);
  const columns = columnsOf(
    nodes,
    edges.filter((edge) => !far.has(edge)),
  );
  const column = new Map(columns.flatMap((some, index) => some.map(({ node }) => [node.id, index] as const)));
  const isCut = (edge: GraphEdge): boolean => {
    const [from, to] = [column.get(edge.from), column.get(edge.to ?? '')];
    return far.has(edge) || (from !== undefined && to !== undefined && from !== to);
  };
  const cut = new Map(edges.filter(isCut).map((edge) => [edge, states.get(edge.to!)!]));
  const arranged = columns.map((some, index) => {
    const own = edges.filter(({ from, to = '' }) => (column.get(from) ?? column.get(to)) === index);
    return arrange(some, own, cut);
  });
  return sideBySide(arranged);
}

/** Only the plan shows where it starts and ends: branches are entered and left with the state that holds them. */
const withEnds = ({ start, edges }: GraphScope): readonly GraphEdge[] => [
  ...(start === undefined ? [] : [{ kind: 'next' as const, from: 'start', to: start, label: undefined }]),
  ...edges,
];

const framed = (title: string, arranged: Arranged): PlacedScope => ({
  title,
  x: 0,
  y: 0,
  ...arranged,
  width: arranged.width + 2 * sizes.group,
  height: arranged.height + sizes.title + sizes.group,
});

/** A state at the origin; what it holds is laid out first, and is then no more than its size. */
function placeNode(node: GraphNode): PlacedNode {
  const text = textOf(node);
  const head = sizeOf(node, text);
  if (node.inner.every(({ nodes }) => nodes.length === 0))
    return { node, text, x: 0, y: 0, ...head, inner: [] };
  const rows = inRows(node.inner.map((scope) => placeScope(scope, false)));
  const width = Math.max(head.width, rows.width + 2 * sizes.group);
  const inner = rows.scopes.map((scope) => ({
    ...scope,
    x: scope.x + Math.round((width - rows.width) / 2),
    y: scope.y + head.height,
  }));
  return { node, text, x: 0, y: 0, width, height: head.height + rows.height + sizes.group, inner };
}

/** Branches side by side, in several rows of about the same width when there are many. */
function inRows(scopes: readonly PlacedScope[]): Size & { readonly scopes: readonly PlacedScope[] } {
  const area = scopes.reduce((sum, { width, height }) => sum + width * height, 0);
  const all = scopes.reduce((sum, { width }) => sum + width + sizes.group, 0);
  const rows = Math.ceil(all / Math.max(1100, Math.sqrt(area * 3)));
  const each = Math.ceil(scopes.length / rows) * 1.05;
  const widest = (all / scopes.length) * each;
  let at: Point = { x: 0, y: 0 };
  let width = 0;
  let height = 0;
  const placed = scopes.map((scope) => {
    if (at.x > 0 && at.x + scope.width > widest) at = { x: 0, y: height + sizes.group };
    const here = { ...scope, ...at };
    at = { x: at.x + scope.width + sizes.group, y: at.y };
    width = Math.max(width, here.x + scope.width);
    height = Math.max(height, here.y + scope.height);
    return here;
  });
  return { scopes: placed, width, height };
}
