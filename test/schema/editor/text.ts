import type { Item, Position } from './language-server.js';

const mark = '<|>';

/** A text with a cursor, written as `<|>`. */
export interface Marked {
  readonly text: string;
  readonly position: Position;
}

export function marked(written: string): Marked {
  const before = written.slice(0, written.indexOf(mark)).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)!.length };
  return { text: written.replace(mark, ''), position };
}

/** The text after an item was chosen at the cursor, and its tab stops were left as they are. */
export function inserted({ text, position }: Marked, item: Item): string {
  const lines = text.split('\n');
  const { start, end } = item.textEdit!.range;
  const from = lines[start.line]!.slice(0, start.character);
  const after = lines[end.line]!.slice(end.character);
  const indent = /^ */.exec(lines[position.line]!)![0];
  const [first, ...rest] = withoutStops(item.textEdit!.newText).split('\n');
  // Editors indent what is inserted like the line it goes to.
  const written = [first, ...rest.map((line) => indent + line)].join('\n');
  return [...lines.slice(0, start.line), from + written + after, ...lines.slice(end.line + 1)].join('\n');
}

// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#snippet_syntax
const stops = /\$\{\d+:((?:\\.|[^\\}])*)\}|\$\{?\d+\}?/g;

/** What stands there when no tab stop is filled in. */
export const withoutStops = (snippet: string): string =>
  snippet.replace(stops, (_, text = '') => text).replace(/\\([\\$}])/g, '$1');
