import type { GraphEdge } from '../../compiler/emit/graph/model.js';
import { type Band, bandAt, bandsOf } from './bands.js';
import type { PlacedEdge, PlacedLabel, Point, Rectangle } from './picture.js';
import { type End, spread } from './ports.js';

/** An arrow as dagre laid it: one point in every rank it passes, and the centre of its label. */
export interface LaidEdge {
  /** `to` is what stands at its end in the picture. */
  readonly edge: GraphEdge & { readonly to: string };
  readonly lines: readonly string[] | undefined;
  readonly width: number;
  readonly height: number;
  readonly points: readonly Point[];
  readonly x?: number;
  readonly y?: number;
}

/**
 * The ways of arrows. dagre's own lines cut the corners of high neighbours, because it knows ranks as lines; here an
 * arrow passes the whole height of a rank straight, and bends only between ranks, where nothing stands.
 */
export function route(
  boxes: ReadonlyMap<string, Rectangle>,
  laid: readonly LaidEdge[],
): readonly PlacedEdge[] {
  const labels = laid.flatMap((one) => placedLabel(one) ?? []);
  const bands = bandsOf([...boxes.values(), ...labels]);
  const ways = laid.map((one): Way => {
    const [from, to] = [boxes.get(one.edge.from)!, boxes.get(one.edge.to)!];
    const between = one.points.slice(1, -1);
    return { ...one, from, to, middle: passing(between, bands, from, to), hint: between };
  });
  const ends = spread(ways.flatMap((way, index) => (way.from === way.to ? [] : endsOf(way, index))));
  return ways.map((way, index) => {
    const { kind, label: words } = way.edge;
    const loop = way.from === way.to;
    const points = loop ? around(way) : [ends.get(`${index} from`)!, ...way.middle, ends.get(`${index} to`)!];
    return { kind, points: straightened(points), loop, label: placedLabel(way), words };
  });
}

interface Way extends LaidEdge {
  readonly from: Rectangle;
  readonly to: Rectangle;
  readonly middle: readonly Point[];
  readonly hint: readonly Point[];
}

function placedLabel({ lines, width, height, x = 0, y = 0 }: LaidEdge): PlacedLabel | undefined {
  if (lines === undefined) return undefined;
  return { lines, x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height };
}

/** Points at both edges of each rank that is passed. */
function passing(
  between: readonly Point[],
  bands: readonly Band[],
  from: Rectangle,
  to: Rectangle,
): readonly Point[] {
  const up = from.y > to.y;
  return between.flatMap(({ x, y }) => {
    const band = bandAt(bands, y);
    if (band === undefined) return [];
    const at = Math.round(x);
    const edges = [
      { x: at, y: band.top },
      { x: at, y: band.bottom },
    ];
    return up ? edges.reverse() : edges;
  });
}

function endsOf({ from, to, middle, hint }: Way, index: number): readonly End[] {
  const up = from.y > to.y;
  const [first, last] = [middle[0] ?? hint[0], middle.at(-1) ?? hint.at(-1)];
  return [
    { name: `${index} from`, box: from, side: up ? 'top' : 'bottom', wants: (first ?? centre(to)).x },
    { name: `${index} to`, box: to, side: up ? 'bottom' : 'top', wants: (last ?? centre(from)).x },
  ];
}

const centre = ({ x, width }: Rectangle): { readonly x: number } => ({ x: x + width / 2 });

/** Out of the right side of a state and back, left of the label. */
function around({ from: { x, y, width, height } }: Way): readonly Point[] {
  const right = x + width;
  const middle = Math.round(y + height / 2);
  return [
    { x: right, y: middle - 9 },
    { x: right + 30, y: middle - 18 },
    { x: right + 30, y: middle + 18 },
    { x: right, y: middle + 9 },
  ];
}

/** Without points between two others on one vertical line. */
const straightened = (points: readonly Point[]): readonly Point[] =>
  points.filter(({ x }, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    return before === undefined || after === undefined || before.x !== x || after.x !== x;
  });
