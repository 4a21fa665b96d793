import type { PlacedScope, Point, Rectangle, Size } from './picture.js';

export type Arranged = Size & Pick<PlacedScope, 'nodes' | 'marks' | 'jumps' | 'edges'>;

/** Moves everything so that nothing is left of or above the origin, and measures it. */
export function trimmed({ nodes, marks, jumps, edges }: Omit<Arranged, keyof Size>): Arranged {
  const points: readonly Point[] = [
    ...[...nodes, ...marks, ...jumps].flatMap(corners),
    ...edges.flatMap(({ points, label }) => [...points, ...(label === undefined ? [] : corners(label))]),
  ];
  // A spread call would not do: its arguments are limited, and a plan may have any number of states.
  const [left, top] = [least(points.map(({ x }) => x)), least(points.map(({ y }) => y))];
  const moved = <T extends Point>(one: T): T => ({ ...one, x: one.x - left, y: one.y - top });
  return {
    nodes: nodes.map(moved),
    marks: marks.map(moved),
    jumps: jumps.map(moved),
    edges: edges.map((edge) => ({
      ...edge,
      points: edge.points.map(moved),
      label: edge.label && moved(edge.label),
    })),
    width: -least(points.map(({ x }) => -x)) - left,
    height: -least(points.map(({ y }) => -y)) - top,
  };
}

const corners = ({ x, y, width, height }: Rectangle): readonly Point[] => [
  { x, y },
  { x: x + width, y: y + height },
];

const least = (values: readonly number[]): number =>
  values.reduce((low, value) => Math.min(low, value), values.length > 0 ? Infinity : 0);
