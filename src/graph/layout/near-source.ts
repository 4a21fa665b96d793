import type { PlacedEdge, PlacedLabel, Point, Rectangle } from './picture.js';

/** A label that is nearer to where its arrow begins stays where dagre put it: halfway. */
const near = 70;
const step = 8;
/** What stays free around a label. */
const free = 3;

/**
 * Labels of long arrows are moved along their line to the first place with room: what a Choice asks is read at the Choice.
 */
export function nearSource(edges: readonly PlacedEdge[], boxes: Iterable<Rectangle>): readonly PlacedEdge[] {
  const taken = [...boxes];
  const placed: PlacedEdge[] = [...edges];
  for (const [index, edge] of edges.entries()) {
    const { label, loop, points } = edge;
    const start = points[0];
    if (label === undefined || loop || start === undefined || distance(label, start.y) <= near) continue;
    const others = placed.flatMap((other, at) => (at === index ? [] : occupied(other)));
    const isFree = (place: Rectangle) =>
      ![...taken, ...others, ...slopes(points)].some((other) => overlap(place, other));
    const found = placesFor(label, points).find(isFree);
    if (found !== undefined && distance(found, start.y) < distance(label, start.y))
      placed[index] = { ...edge, label: found };
  }
  return placed;
}

const distance = ({ y, height }: Rectangle, from: number): number => Math.abs(y + height / 2 - from);

/** Places at the right of the vertical stretches of a line, from its beginning. */
function placesFor(label: PlacedLabel, points: readonly Point[]): readonly PlacedLabel[] {
  // The line is where the label has it at its left.
  const gap = label.x - lineAt(points, label);
  return stretches(points).flatMap(([from, to]) => {
    const room = Math.abs(to.y - from.y) - label.height - 2 * free;
    const count = room < 0 ? 0 : Math.floor(room / step) + 1;
    return Array.from({ length: count }, (_, index) => {
      const offset = free + index * step;
      const y = to.y > from.y ? from.y + offset : from.y - offset - label.height;
      return { ...label, x: from.x + gap, y: Math.round(y) };
    });
  });
}

const pairs = (points: readonly Point[]): readonly (readonly [Point, Point])[] =>
  points.slice(1).map((to, index) => [points[index]!, to] as const);

const stretches = (points: readonly Point[]) => pairs(points).filter(([from, to]) => from.x === to.x);

function lineAt(points: readonly Point[], { x, y, height }: Rectangle): number {
  const middle = y + height / 2;
  const beside = stretches(points).find(([from, to]) => (from.y - middle) * (to.y - middle) <= 0);
  return beside?.[0].x ?? x;
}

/** What a step of a line may touch: its curve stays between its ends. */
const around = ([from, to]: readonly [Point, Point]): Rectangle => ({
  x: Math.min(from.x, to.x),
  y: Math.min(from.y, to.y),
  width: Math.abs(to.x - from.x),
  height: Math.abs(to.y - from.y),
});

const slopes = (points: readonly Point[]): readonly Rectangle[] =>
  pairs(points)
    .filter(([from, to]) => from.x !== to.x)
    .map(around);

const occupied = ({ points, label }: PlacedEdge): readonly Rectangle[] => [
  ...pairs(points).map(around),
  ...(label === undefined ? [] : [label]),
];

const overlap = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.x + b.width + free &&
  b.x < a.x + a.width + free &&
  a.y < b.y + b.height + free &&
  b.y < a.y + a.height + free;
