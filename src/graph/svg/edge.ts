import { escaped } from '../escape.js';
import { sizes } from '../layout/measure.js';
import type { PlacedEdge, PlacedLabel, Point } from '../layout/picture.js';

const headLength = 8;
const headHalf = 4.5;

/** The line and head of an arrow. */
export function edgeLine({ kind, points, loop }: PlacedEdge): string {
  const [tip, before] = [points.at(-1)!, points.at(-2)!];
  const [dx, dy] = loop ? [-1, 0] : [0, tip.y > before.y ? 1 : -1];
  const foot = { x: tip.x - dx * headLength, y: tip.y - dy * headLength };
  const way = [...points.slice(0, -1), foot];
  const [ax, ay] = [dy * headHalf, dx * headHalf];
  const head = `M${tip.x} ${tip.y}L${foot.x + ax} ${foot.y + ay}L${foot.x - ax} ${foot.y - ay}Z`;
  return `<g class="edge ${kind}"><path class="line" d="${loop ? curve(way) : line(way)}"/><path class="head" d="${head}"/></g>`;
}

const at = ({ x, y }: Point): string => `${x} ${y}`;

const curve = ([start, ...rest]: readonly Point[]): string => `M${at(start!)}C${rest.map(at).join(' ')}`;

/** Straight down or up where it can be, else in a curve that begins and ends vertically. */
function line(points: readonly Point[]): string {
  const [start, ...rest] = points;
  const steps = rest.map((to, index) => {
    const from = points[index]!;
    if (from.x === to.x) return `V${to.y}`;
    const middle = (from.y + to.y) / 2;
    return `C${from.x} ${middle} ${to.x} ${middle} ${at(to)}`;
  });
  return `M${at(start!)}${steps.join('')}`;
}

/** What stands on an arrow, on the colour of what is behind it. */
export function edgeLabel({ kind, label, words = '' }: PlacedEdge, ground: string): string {
  if (label === undefined) return '';
  const { x, y, width, height, lines } = label;
  const box = `<rect class="behind" x="${x}" y="${y}" width="${width}" height="${height}" rx="4"/>`;
  return `<g class="label ${kind} ${ground}"><title>${escaped(words)}</title>${box}${lines.map(text(label)).join('')}</g>`;
}

const text =
  ({ x, y }: PlacedLabel) =>
  (words: string, index: number): string => {
    const base = y + 14 + index * sizes.smallLine;
    return `<text class="small" x="${x + 6}" y="${base}">${escaped(words)}</text>`;
  };
