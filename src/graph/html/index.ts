import { createHash } from 'node:crypto';
import type { Graph, GraphNode } from '../../compiler/emit/graph/model.js';
import { escaped } from '../escape.js';
import { drawing } from '../svg/index.js';
import { details } from './details.js';
import { schemes } from './schemes.js';

/** The page's own style and script: the files `page.css` and `page.js`. */
export interface PageParts {
  readonly style: string;
  readonly script: string;
}

/**
 * A picture to look around in, as one page that loads nothing: what it may do is said by its policy
 * (https://www.w3.org/TR/CSP3/). Without its script it still shows the picture, and each state on a click.
 */
export function html(graph: Graph, { style, script }: PageParts): string {
  const { width, height, lines } = drawing(graph, link);
  const title = escaped(`${graph.name} ${graph.version}`.trim());
  return `${[
    '<!doctype html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy(script)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    // Else browsers ask the server of the page for one.
    '<link rel="icon" href="data:,">',
    `<title>${title}</title>`,
    `<style>${schemes}${style}</style>`,
    ...header(graph),
    '<main>',
    '<div id="field">',
    `<svg id="picture" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="group" aria-label="Flow of ${title}" tabindex="0">`,
    ...lines,
    '</svg>',
    ...sides.map(([side, sign, words]) => more(side, sign, words)),
    '</div>',
    '<aside aria-label="State">',
    ...details(graph),
    '</aside>',
    '</main>',
    `<script>${script}</script>`,
    '</html>',
  ].join('\n')}\n`;
}

/** What leads to the rest of a picture that is not all seen; the script shows those that do. */
const more = (side: string, sign: string, words: string): string =>
  `<button type="button" class="more ${side}" aria-label="${words}" title="${words}" hidden>${sign}</button>`;

const sides = [
  ['left', '‹', 'More to the left'],
  ['right', '›', 'More to the right'],
  ['up', '⌃', 'More above'],
  ['down', '⌄', 'More below'],
] as const;

const policy = (script: string): string => {
  const digest = createHash('sha256').update(script).digest('base64');
  return `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${digest}'; img-src data:; base-uri 'none'; form-action 'none'`;
};

const link = ({ id, name, type }: GraphNode, className: string, content: string): string =>
  `<a class="${className}" href="#${id}" aria-label="${escaped(`${name}, ${type}`)}">${content}</a>`;

const header = ({ name, version, description }: Graph): readonly string[] => [
  '<header>',
  `<h1>${escaped(name)} <small>${escaped(version)}</small></h1>`,
  `<p>${escaped(description ?? '')}</p>`,
  '<form role="search"><input type="search" placeholder="Find a state" aria-label="Find a state" autocomplete="off" spellcheck="false"><output></output></form>',
  '<div role="group" aria-label="View">',
  '<button type="button" id="smaller" aria-label="Zoom out" title="Zoom out (-)">−</button>',
  '<button type="button" id="larger" aria-label="Zoom in" title="Zoom in (+)">+</button>',
  '<button type="button" id="fit" title="Show all (0)">Fit</button>',
  '<button type="button" id="theme" aria-label="Dark colours" title="Dark colours" aria-pressed="false"><svg width="16" height="16" aria-hidden="true"><path class="half" d="M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z"/><path d="M8 1.5a6.5 6.5 0 0 1 0 13Z"/></svg></button>',
  '</div>',
  '</header>',
];
