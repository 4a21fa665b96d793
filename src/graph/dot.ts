import type { Graph, GraphEdge, GraphNode, GraphScope } from '../compiler/emit/graph/model.js';
import { plain } from '../diagnostics/formats/text.js';
import { lookOf, type Shape } from './look.js';

/** What comes nearest to each outline: https://graphviz.org/doc/info/shapes.html */
const shapes: { readonly [shape in Shape]: string } = {
  plain: 'box',
  stack: 'box3d',
  bars: 'component',
  octagon: 'octagon',
  hexagon: 'hexagon',
  slanted: 'parallelogram',
  pill: 'ellipse',
  note: 'note',
};

/** A plan in the language of Graphviz: states with their types, branches and Map bodies as clusters. */
export function dot({ name, version, machine }: Graph): string {
  const { start, nodes, edges } = machine;
  const mark = (id: string, label: string) => `  ${id} [label="${label}", shape=oval];`;
  const entry =
    start === undefined ? [] : [mark('start', 'Start'), `  ${arrow('start', end(nodes, start, 'head'), [])}`];
  const exit = edges.some(({ to }) => to === undefined) ? [mark('end', 'End')] : [];
  return `${[
    `digraph ${quoted(name)} {`,
    `  graph [label=${quoted(`${name} ${version}`.trim())}, compound=true, fontname=Helvetica];`,
    '  node [shape=box, fontname=Helvetica];',
    '  edge [fontname=Helvetica, fontsize=11];',
    ...entry,
    ...exit,
    ...scopeLines(machine, '  '),
    '}',
  ].join('\n')}\n`;
}

const scopeLines = ({ nodes, edges }: GraphScope, indent: string): readonly string[] => [
  ...nodes.flatMap((node) => nodeLines(node, indent)),
  ...edges.map((edge) => `${indent}${edgeLine(edge, nodes)}`),
];

function nodeLines(node: GraphNode, indent: string): readonly string[] {
  const { id, inner } = node;
  const shape = shapes[lookOf(node.type).shape];
  if (!holds(node)) return [`${indent}${id} [label=${label(node)}, shape=${shape}];`];
  const inside = `${indent}  `;
  const scopes = inner.map((scope, index) =>
    scope.title === undefined
      ? scopeLines(scope, inside)
      : cluster(`${id}b${index}`, quoted(scope.title), 'dotted', inside, scopeLines(scope, `${inside}  `)),
  );
  // Graphviz puts the cluster that is written last on the left.
  return cluster(id, label(node), 'solid', indent, scopes.reverse().flat());
}

const cluster = (
  id: string,
  title: string,
  style: 'solid' | 'dotted',
  indent: string,
  body: readonly string[],
): readonly string[] => [
  `${indent}subgraph cluster_${id} {`,
  `${indent}  label=${title};`,
  `${indent}  style=${style};`,
  ...body,
  `${indent}}`,
];

const holds = ({ inner }: GraphNode): boolean => inner.some(({ nodes }) => nodes.length > 0);

function edgeLine({ kind, from, to, label: words }: GraphEdge, nodes: readonly GraphNode[]): string {
  const attributes = [
    ...(words === undefined ? [] : [`label=${quoted(words)}`]),
    ...(kind === 'skip' || kind === 'catch' ? ['style=dashed'] : []),
  ];
  // An arrow from a cluster to itself cannot be cut at its border.
  const cut = from !== to;
  const tail = end(nodes, from, 'tail');
  const head = to === undefined ? { node: 'end', cut: [] } : end(nodes, to, 'head');
  return arrow(tail.node, head, [...attributes, ...(cut ? tail.cut : [])], cut);
}

interface End {
  readonly node: string;
  readonly cut: readonly string[];
}

/** Arrows join nodes, so that one of a cluster stands for it; `lhead` and `ltail` cut the arrow at its border. */
function end(nodes: readonly GraphNode[], id: string, which: 'head' | 'tail'): End {
  const found = nodes.find((node) => node.id === id)!;
  if (!holds(found)) return { node: id, cut: [] };
  return { node: leaf(found, which), cut: [`l${which}=cluster_${id}`] };
}

/** The first or last state inside. */
function leaf(node: GraphNode, which: 'head' | 'tail'): string {
  const inside = node.inner.flatMap(({ nodes }) => nodes);
  const next = which === 'head' ? inside[0] : inside.at(-1);
  return next === undefined ? node.id : leaf(next, which);
}

function arrow(from: string, { node, cut }: End, attributes: readonly string[], cutting = true): string {
  const all = [...attributes, ...(cutting ? cut : [])];
  return `${from} -> ${node}${all.length === 0 ? '' : ` [${all.join(', ')}]`};`;
}

function label({ name, type, about, when }: GraphNode): string {
  const kind = about === undefined ? type : `${type}: ${about}`;
  return quoted([name, kind, ...(when === undefined ? [] : [`when ${when}`])].map(shortened).join('\n'));
}

const shortened = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text);

/** https://graphviz.org/doc/info/lang.html: a backslash begins an escape sequence of labels, `&` an entity. */
const quoted = (text: string): string =>
  `"${text
    .split('\n')
    .map((line) => plain(line).replace(/["\\]/g, '\\$&').replaceAll('&', '&amp;'))
    .join('\\n')}"`;
