import type { Graph, GraphScope } from '../../compiler/emit/graph/model.js';
import { escaped } from '../escape.js';
import { layout } from '../layout/index.js';
import { sizes } from '../layout/measure.js';
import type { PlacedNode, PlacedScope, Size } from '../layout/picture.js';
import { fitted } from '../text.js';
import { edgeLabel, edgeLine } from './edge.js';
import { jumpShape, markShape, nodeShape, type Wrap } from './node.js';
import { outlines } from './shapes.js';
import { colours, dark, forms, light } from './style.js';

const margin = 24;

/** Groups lie on two colours by turns. */
type Ground = 'g0' | 'g1';

/**
 * A picture that needs nothing else: no script, no font, no other file, and colours of its own for light and dark. The
 * same plan gives the same bytes.
 */
export function svg(graph: Graph): string {
  const { width, height, lines } = drawing(
    graph,
    (_, className, content) => `<g class="${className}">${content}</g>`,
  );
  const style = `${forms}${colours(light)}@media (prefers-color-scheme:dark){${colours(dark)}}`;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    ...described(graph),
    `<style>${style}</style>`,
    `<rect class="whole g0" width="${width}" height="${height}" rx="12"/>`,
    ...lines,
    '</svg>',
  ].join('\n')}\n`;
}

/** States and arrows, line by line, and the size of the picture with what is free around it. */
export function drawing(graph: Graph, wrap: Wrap): Size & { readonly lines: readonly string[] } {
  const placed = layout(graph);
  return {
    width: placed.width + 2 * margin,
    height: placed.height + 2 * margin,
    lines: scopeLines({ ...placed, x: margin, y: margin }, 'g0', graph.file, wrap),
  };
}

/** Title and description, for those who do not see it. */
function described({ name, version, description, machine }: Graph): readonly string[] {
  const count = statesIn(machine);
  const words = `Flow of ${count} ${count === 1 ? 'state' : 'states'}.`;
  return [
    `<title>${escaped(`${name} ${version}`.trim())}</title>`,
    `<desc>${escaped(description === undefined ? words : `${description}. ${words}`)}</desc>`,
  ];
}

const statesIn = ({ nodes }: GraphScope): number =>
  nodes.reduce((sum, { inner }) => inner.reduce((all, scope) => all + statesIn(scope), sum + 1), 0);

/** Arrows first: they end at the outlines of states. Labels last, over everything. `ground` is what is behind. */
function scopeLines(scope: PlacedScope, ground: Ground, file: string, wrap: Wrap): readonly string[] {
  const { x, y, title, width, height, nodes, marks, jumps, edges } = scope;
  const level = title === undefined ? ground : other(ground);
  const [left, top] = title === undefined ? [x, y] : [x + sizes.group, y + sizes.title];
  const frame =
    title === undefined
      ? []
      : [
          `<g class="branch ${level}" transform="translate(${x} ${y})"><path class="frame" d="${outlines('plain', width, height)[0]}"/>`,
          `<text class="small" x="${sizes.group}" y="20">${escaped(fitted(title, width - 2 * sizes.group, sizes.small))}</text></g>`,
        ];
  return [
    ...frame,
    `<g transform="translate(${left} ${top})">`,
    ...edges.map(edgeLine),
    ...marks.map(markShape),
    ...jumps.map((jump) => jumpShape(jump, wrap)),
    ...nodes.flatMap((node) => nodeLines(node, level, file, wrap)),
    ...edges.map((edge) => edgeLabel(edge, level)).filter((line) => line !== ''),
    '</g>',
  ];
}

function nodeLines(placed: PlacedNode, level: Ground, file: string, wrap: Wrap): readonly string[] {
  const { x, y, inner } = placed;
  const inside = other(level);
  return [
    `<g transform="translate(${x} ${y})">`,
    nodeShape(placed, inner.length > 0 ? inside : '', file, wrap),
    ...inner.flatMap((scope) => scopeLines(scope, inside, file, wrap)),
    '</g>',
  ];
}

const other = (ground: Ground): Ground => (ground === 'g0' ? 'g1' : 'g0');
