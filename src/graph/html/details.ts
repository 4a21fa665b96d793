import type { Graph, GraphEdge, GraphNode, GraphScope } from '../../compiler/emit/graph/model.js';
import { escaped } from '../escape.js';
import { lookOf } from '../look.js';

/** What there is to say of each state, one section for each, of which the page shows the one that was chosen. */
export const details = ({ machine, file }: Graph): readonly string[] => scopeSections(machine, file);

const scopeSections = (scope: GraphScope, file: string): readonly string[] =>
  scope.nodes.flatMap((node) => [
    section(node, scope, file),
    ...node.inner.flatMap((inner) => scopeSections(inner, file)),
  ]);

function section(node: GraphNode, scope: GraphScope, file: string): string {
  const { id, name, type, line, when, retries, source } = node;
  const facts: readonly (readonly [term: string, descriptions: readonly string[]])[] = [
    ['When', when === undefined ? [] : [escaped(when)]],
    ['Leads to', scope.edges.filter(({ from }) => from === id).map((edge) => way(edge, scope))],
    ['Retry', retries.map(escaped)],
  ];
  const list = facts
    .filter(([, descriptions]) => descriptions.length > 0)
    .map(([term, all]) => `<dt>${term}</dt>${all.map((one) => `<dd>${one}</dd>`).join('')}`);
  return [
    `<section id="${id}" tabindex="-1" aria-labelledby="${id}-name">`,
    `<a class="close" href="#" aria-label="Close">×</a>`,
    `<h2 id="${id}-name">${escaped(name)}</h2>`,
    `<p><svg class="${lookOf(type).tone}" viewBox="0 0 28 28" width="28" height="28" aria-hidden="true"><rect class="tile" width="28" height="28" rx="6"/><path class="icon" transform="translate(5 5)scale(.75)" d="${lookOf(type).icon}"/></svg> <b>${escaped(type)}</b> <span class="place">${escaped(`${file}:${line}`)}</span></p>`,
    list.length === 0 ? '' : `<dl>${list.join('')}</dl>`,
    `<pre tabindex="0" aria-label="Source">${escaped(source)}</pre>`,
    '</section>',
  ].join('');
}

function way({ kind, to, label }: GraphEdge, { nodes }: GraphScope): string {
  const target = nodes.find(({ id }) => id === to);
  const name = target === undefined ? 'the end' : `<a href="#${target.id}">${escaped(target.name)}</a>`;
  const sign = kind === 'catch' ? 'on ' : '';
  return label === undefined ? name : `${name} <i class="${kind}">${sign}${escaped(label)}</i>`;
}
