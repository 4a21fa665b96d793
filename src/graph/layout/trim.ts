import type { PlacedScope, Point, Rectangle, Size } from './picture.js';

export type Arranged = Size & Pick<PlacedScope, 'nodes' | 'marks' | 'jumps' | 'edges'>;

/** Moves everything so that nothing is left of or above the origin, and measures it. */
export function trimmed({ nodes, marks, jumps, edges }: Parts): Arranged {
  const points: readonly Point[] = [
    ...[...nodes, ...marks, ...jumps].flatMap(corners),
    ...edges.flatMap(({ points, label }) => [...points, ...(label === undefined ? [] : corners(label))]),
  ];
  // A spread call would not do: its arguments are limited, and a plan may have any number of states.
  const [left, top] = [least(points.map(({ x }) => x)), least(points.map(({ y }) => y))];
  const right = -least(points.map(({ x }) => -x));
  const bottom = -least(points.map(({ y }) => -y));
  return {
    ...moved({ nodes, marks, jumps, edges }, -left, -top),
    width: right - left,
    height: bottom - top,
  };
}

const gap = 64;

/** Columns from left to right. */
export function sideBySide(columns: readonly Arranged[]): Arranged {
  let width = -gap;
  const all = columns.map((column) => {
    const at = width + gap;
    width = at + column.width;
    return moved(column, at, 0);
  });
  return {
    nodes: all.flatMap(({ nodes }) => nodes),
    marks: all.flatMap(({ marks }) => marks),
    jumps: all.flatMap(({ jumps }) => jumps),
    edges: all.flatMap(({ edges }) => edges),
    width,
    height: Math.max(...columns.map(({ height }) => height)),
  };
}

type Parts = Omit<Arranged, keyof Size>;

function moved({ nodes, marks, jumps, edges }: Parts, dx: number, dy: number): Parts {
  const move = <T extends Point>(one: T): T => ({ ...one, x: one.x + dx, y: one.y + dy });
  return {
    nodes: nodes.map(move),
    marks: marks.map(move),
    jumps: jumps.map(move),
    edges: edges.map((edge) => ({
      ...edge,
      points: edge.points.map(move),
      label: edge.label && move(edge.label),
    })),
  };
}

const corners = ({ x, y, width, height }: Rectangle): readonly Point[] => [
  { x, y },
  { x: x + width, y: y + height },
];

const least = (values: readonly number[]): number =>
  values.reduce((low, value) => Math.min(low, value), values.length > 0 ? Infinity : 0);
