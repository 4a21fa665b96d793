import { type Document, isCollection, visit } from 'yaml';
import type { Cause } from './cause.js';
import { firstInk, quoted, type Range, restOfLine } from './excerpt.js';

const commas = 'commas part the items of `[ ]` and `{ }`';

/** Mistakes in `[ … ]` and `{ … }`. */
export const flowCauses: readonly Cause[] = [
  {
    when: /^Flow (map|sequence).* end with a (.)/,
    say: ({ text, document, from, match }) => {
      const start = openBracket(text, document, from);
      const next = firstInk(text, from);
      const before = next < text.length ? ` before ${quoted(text, restOfLine(text, next))}` : '';
      return {
        reason: `\`${text[start]}\` is not closed${before}`,
        range: [start, start + 1],
        help: `close it with \`${match[2]}\`, and indent what stands inside more than the line that opens it`,
      };
    },
  },
  {
    when: /^Missing (, or :|,) between flow (map)?/,
    say: ({ text, from, match }) => ({
      reason: `a \`,\`${match[0].endsWith('map') ? ' or `:`' : ''} is missing before ${quoted(text, item(text, from))}`,
      range: item(text, from),
      help: commas,
    }),
  },
  {
    when: /^Missing space after : in flow/,
    say: ({ from }) => ({
      reason: 'a space is missing after `:`',
      range: [from, from + 1],
      help: 'write `key: value`',
    }),
  },
  {
    when: /^Block collections are not allowed within flow/,
    say: ({ text, from, to }) => {
      const found = quoted(text, [from, to]);
      if (text[from] === '-') {
        return {
          reason: `${found} cannot stand in brackets`,
          help: 'write the list as `[ … ]`, without `-`',
        };
      }
      const where = text.slice(from, to).includes('\n') ? 'after' : 'in';
      return { reason: `a \`,\` is missing ${where} ${found}`, help: commas };
    },
  },
  {
    when: /^Unexpected (, in flow|empty item in flow)/,
    say: ({ text, from }) => {
      const comma = firstInk(text, from);
      return { reason: 'nothing stands before this `,`', range: [comma, comma + 1], help: 'remove it' };
    },
  },
  {
    when: /^Unexpected flow-(map|seq)-end token/,
    say: ({ text, from }) => ({ reason: `\`${text[from]}\` closes nothing that is open`, help: 'remove it' }),
  },
];

function item(text: string, from: number): Range {
  const [start, end] = restOfLine(text, from);
  const stop = text.slice(start + 1, end).search(/[,\]}]/);
  return [start, stop === -1 ? end : start + 1 + stop];
}

/** The innermost bracket that `yaml` gave up at `end`. */
function openBracket(text: string, document: Document, end: number): number {
  let start = end;
  visit(document, (_, node) => {
    const opens = isCollection(node) && node.flow && node.range?.[1] === end ? node.range[0] : -1;
    // A single pair in `[ ]` is a map without braces.
    if (text[opens] === '[' || text[opens] === '{') start = opens;
    return undefined;
  });
  return start;
}
