import type { Point, Rectangle } from './picture.js';

/** One end of an arrow: at which side of which state, and where on it would be straight. */
export interface End {
  readonly name: string;
  readonly box: Rectangle;
  readonly side: 'top' | 'bottom';
  readonly wants: number;
}

const inset = 16;
const apart = 16;

/** Gives each end its own place on the side, as near as can be to where it wants to be, in the order of the wishes. */
export function spread(ends: readonly End[]): ReadonlyMap<string, Point> {
  const sides = new Map<Rectangle, { readonly top: End[]; readonly bottom: End[] }>();
  for (const end of ends) {
    const side = sides.get(end.box) ?? { top: [], bottom: [] };
    side[end.side].push(end);
    sides.set(end.box, side);
  }
  return new Map([...sides.values()].flatMap(({ top, bottom }) => [...placed(top), ...placed(bottom)]));
}

function placed(ends: readonly End[]): readonly (readonly [string, Point])[] {
  const sorted = [...ends].sort((a, b) => a.wants - b.wants);
  const box = sorted[0]?.box;
  if (box === undefined) return [];
  const [left, right] = [box.x + inset, box.x + box.width - inset];
  const gap = Math.min(apart, (right - left) / Math.max(1, sorted.length - 1));
  let least = left;
  const forward = sorted.map(({ wants }) => {
    const x = Math.min(Math.max(wants, least), right);
    least = x + gap;
    return x;
  });
  let most = right;
  const xs = forward.reverse().map((x) => {
    const fits = Math.min(x, most);
    most = fits - gap;
    return fits;
  });
  xs.reverse();
  return sorted.map(({ name, side }, index) => {
    const y = side === 'top' ? box.y : box.y + box.height;
    return [name, { x: Math.round(xs[index]!), y }];
  });
}
