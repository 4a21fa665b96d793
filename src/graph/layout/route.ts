import { type Band, bandAt, bandsOf } from './bands.js';
import { type Bundle, type Lane, labelGap } from './lanes.js';
import type { PlacedEdge, PlacedLabel, Point, Rectangle } from './picture.js';
import { type End, spread } from './ports.js';

/** A bundle as dagre laid it: one point in every rank it passes, and the centre of its label. */
export interface LaidBundle extends Bundle, Point {
  readonly points: readonly Point[];
}

/**
 * The ways of arrows. dagre's own lines cut the corners of high neighbours, because it knows ranks as lines; here an
 * arrow passes the whole height of a rank straight, and bends only between ranks, where nothing stands.
 */
export function route(
  boxes: ReadonlyMap<string, Rectangle>,
  laid: readonly LaidBundle[],
): readonly PlacedEdge[] {
  const ways = laid.flatMap((bundle) =>
    bundle.lanes.map((lane, index): Way => {
      const [from, to] = [boxes.get(bundle.from)!, boxes.get(bundle.to)!];
      const place = from === to ? besideLoop(from, bundle.lanes, index) : inLane(bundle, lane);
      return { bundle, lane, index, from, to, label: lane.label && { ...place, ...lane.label } };
    }),
  );
  const bands = bandsOf([...boxes.values(), ...ways.flatMap(({ label }) => label ?? [])]);
  const middles = ways.map((way) => passing(way, bands));
  const ends = spread(
    ways.flatMap((way, number) => (way.from === way.to ? [] : endsOf(way, middles[number]!, number))),
  );
  return ways.map((way, number) => {
    const { kind, label: words } = way.lane.edge;
    const loop = way.from === way.to;
    const points = loop
      ? around(way)
      : [ends.get(`${number} from`)!, ...middles[number]!, ends.get(`${number} to`)!];
    return { kind, points: straightened(points), loop, label: way.label, words };
  });
}

interface Way {
  readonly bundle: LaidBundle;
  readonly lane: Lane;
  readonly index: number;
  readonly from: Rectangle;
  readonly to: Rectangle;
  readonly label: PlacedLabel | undefined;
}

/** The line of a bundle is at the left of its label. */
const inLane = ({ x, y, width }: LaidBundle, { offset, label }: Lane): Point => ({
  x: Math.round(x - width / 2) + offset + labelGap,
  y: Math.round(y - (label?.height ?? 0) / 2),
});

const loopReach = 26;

/** Labels of ways from a state to itself stand above each other. */
function besideLoop({ x, y, width, height }: Rectangle, lanes: readonly Lane[], index: number): Point {
  const heights = lanes.map(({ label }) => label?.height ?? 0);
  const sum = (some: readonly number[]) => some.reduce((total, one) => total + one, 0);
  const top = y + (height - sum(heights)) / 2 + sum(heights.slice(0, index));
  return { x: x + width + loopReach, y: Math.round(top) };
}

/** Points at both edges of each rank that is passed. Beside the label's rank the lanes run close together. */
function passing({ bundle, lane, index, from, to }: Way, bands: readonly Band[]): readonly Point[] {
  const up = from.y > to.y;
  return bundle.points.slice(1, -1).flatMap(({ x, y }) => {
    const band = bandAt(bands, y);
    if (band === undefined) return [];
    const labelled = Math.abs(y - bundle.y) < 1;
    const at = Math.round(x) + (labelled ? lane.offset : index * 10);
    const edges = [
      { x: at, y: band.top },
      { x: at, y: band.bottom },
    ];
    return up ? edges.reverse() : edges;
  });
}

function endsOf({ bundle, from, to }: Way, middle: readonly Point[], number: number): readonly End[] {
  const up = from.y > to.y;
  const straight = bundle.points.slice(1, -1);
  const [first, last] = [middle[0] ?? straight[0], middle.at(-1) ?? straight.at(-1)];
  return [
    { name: `${number} from`, box: from, side: up ? 'top' : 'bottom', wants: (first ?? centre(to)).x },
    { name: `${number} to`, box: to, side: up ? 'bottom' : 'top', wants: (last ?? centre(from)).x },
  ];
}

const centre = ({ x, width }: Rectangle): { readonly x: number } => ({ x: x + width / 2 });

/** Out of the right side of a state and back, left of the label. */
function around({ from: { x, y, width, height }, index }: Way): readonly Point[] {
  const right = x + width;
  const middle = Math.round(y + height / 2);
  const step = 6 + 6 * index;
  return [
    { x: right, y: middle - step },
    { x: right + loopReach + 4, y: middle - 3 * step },
    { x: right + loopReach + 4, y: middle + 3 * step },
    { x: right, y: middle + step },
  ];
}

/** Without points between two others on one vertical line. */
const straightened = (points: readonly Point[]): readonly Point[] =>
  points.filter(({ x }, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    return before === undefined || after === undefined || before.x !== x || after.x !== x;
  });
