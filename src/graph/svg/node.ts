import type { GraphNode } from '../../compiler/emit/graph/model.js';
import { escaped } from '../escape.js';
import { heightOf, insets, sizes } from '../layout/measure.js';
import type { PlacedJump, PlacedMark, PlacedNode } from '../layout/picture.js';
import { lookOf } from '../look.js';
import { outlines } from './shapes.js';

/** How a state is more than a picture: the element it becomes, with its attributes. */
export type Wrap = (node: GraphNode, className: string, content: string) => string;

/** A state: outline, icon, name, type. What it holds is drawn over it. */
export function nodeShape(placed: PlacedNode, ground: string, file: string, wrap: Wrap): string {
  const { node, width, height, inner } = placed;
  const { shape, tone } = lookOf(node.type);
  const box = outlines(inner.length > 0 ? 'plain' : shape, width, height)
    .map((d) => `<path class="box" d="${d}"/>`)
    .join('');
  const content = `<title>${escaped(told(node, file))}</title>${box}${head(placed)}`;
  return wrap(node, `node ${tone} ${ground}`.trimEnd(), content);
}

const told = ({ name, type, line, when, about }: GraphNode, file: string): string =>
  [
    `${name} (${type}, ${file}:${line})`,
    ...(about === undefined ? [] : [about]),
    ...(when === undefined ? [] : [`when ${when}`]),
  ].join('\n');

function head({ node, text, height, inner }: PlacedNode): string {
  const { icon, shape } = lookOf(node.type);
  const left = sizes.gap + (inner.length > 0 ? 0 : insets[shape]);
  const lines = heightOf(text);
  const free = inner.length > 0 ? sizes.gap : (height - lines) / 2;
  const x = left + sizes.icon + sizes.gap;
  const kindAt = free + text.name.length * sizes.nameLine + 12;
  return [
    `<rect class="tile" x="${left}" y="${free + (lines - sizes.icon) / 2}" width="28" height="28" rx="6"/>`,
    `<path class="icon" transform="translate(${left + 5} ${free + (lines - sizes.icon) / 2 + 5})scale(.75)" d="${icon}"/>`,
    ...text.name.map((line, index) => textAt('name', x, free + 14 + index * sizes.nameLine, line)),
    textAt('small', x, kindAt, text.kind),
    ...text.when.map((line, index) => textAt('small when', x, kindAt + (index + 1) * sizes.smallLine, line)),
  ].join('');
}

const textAt = (className: string, x: number, y: number, words: string): string =>
  `<text class="${className}" x="${x}" y="${y}">${escaped(words)}</text>`;

export const jumpShape = ({ to, text, x, y, width, height }: PlacedJump, wrap: Wrap): string =>
  `<g transform="translate(${x} ${y})">${wrap(
    to,
    'jump',
    `<title>${escaped(to.name)}</title><path class="box" d="${outlines('pill', width, height)[0]}"/>${centred(width, height, escaped(text))}`,
  )}</g>`;

const centred = (width: number, height: number, words: string): string =>
  `<text class="small" text-anchor="middle" x="${width / 2}" y="${height / 2 + 4}">${words}</text>`;

export function markShape({ mark, x, y, width, height }: PlacedMark): string {
  const words = mark === 'start' ? 'Start' : 'End';
  return `<g class="mark" transform="translate(${x} ${y})"><path class="box" d="${outlines('pill', width, height)[0]}"/>${centred(width, height, words)}</g>`;
}
