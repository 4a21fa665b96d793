import { plain } from '../../../diagnostics/formats/text.js';
import type { Graph, GraphEdge, GraphNode, GraphScope } from './model.js';

/** Mermaid's own brackets for the shape of a state. */
const shapes: { readonly [type: string]: readonly [string, string] } = {
  Choice: ['{', '}'],
  Succeed: ['([', '])'],
  Fail: ['([', '])'],
  Wait: ['[/', '/]'],
  approval: ['{{', '}}'],
};

/** A plan as a Mermaid flowchart: states with their types, branches and Map bodies as groups. */
export function mermaid({ machine }: Graph): string {
  const start = machine.start === undefined ? [] : [`  start --> ${machine.start}`];
  const lines = [
    '  start((start))',
    '  finish((end))',
    ...nodes(machine, '  '),
    ...start,
    ...edges(machine, '  '),
  ];
  return `flowchart TD\n${lines.join('\n')}\n`;
}

const nodes = (scope: GraphScope, indent: string): readonly string[] =>
  scope.nodes.flatMap((node) => writeNode(node, indent));

const edges = (scope: GraphScope, indent: string): readonly string[] =>
  scope.edges.map((edge) => `${indent}${edge.from} ${arrow(edge)} ${edge.to ?? 'finish'}`);

function writeNode(node: GraphNode, indent: string): readonly string[] {
  const { id, type, inner } = node;
  if (inner.length > 0) {
    const body = inner.flatMap((scope, index) => writeScope(scope, `${id}b${index}`, `${indent}  `));
    return [`${indent}subgraph ${id} [${label(node)}]`, ...body, `${indent}end`];
  }
  const [open, close] = Object.hasOwn(shapes, type) ? shapes[type]! : ['[', ']'];
  return [`${indent}${id}${open}${label(node)}${close}`];
}

function writeScope(scope: GraphScope, id: string, indent: string): readonly string[] {
  if (scope.title === undefined) return [...nodes(scope, indent), ...edges(scope, indent)];
  const inside = `${indent}  `;
  return [
    `${indent}subgraph ${id} ["${escaped(scope.title)}"]`,
    ...nodes(scope, inside),
    ...edges(scope, inside),
    `${indent}end`,
  ];
}

const label = ({ name, type, when }: GraphNode): string => {
  const small = [type, ...(when === undefined ? [] : [`when ${when}`])];
  return `"${[escaped(name), ...small.map((line) => `<small>${escaped(line)}</small>`)].join('<br/>')}"`;
};

function arrow({ kind, label }: GraphEdge): string {
  const line = kind === 'skip' || kind === 'catch' ? '-.->' : '-->';
  return label === undefined ? line : `${line}|"${escaped(label)}"|`;
}

/**
 * Mermaid reads entities in quoted labels: https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters
 * The beginning of a list (`1. `, `- `) would be taken for Markdown.
 */
const escaped = (text: string): string =>
  plain(text)
    .replace(/[^\p{L}\p{N} .,:_=?!/()-]/gu, (character) => `#${character.codePointAt(0)};`)
    .replace(/^(\d*)([.-])(?= )/, (_, digits: string, mark: string) => `${digits}#${mark.charCodeAt(0)};`);
