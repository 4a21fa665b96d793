import { isScalar, type Scalar, visit } from 'yaml';
import type { Cause, Finding } from './cause.js';
import { opensLine, quoted, restOfLine } from './excerpt.js';

/** Mistakes in a single value: quotes, escapes, tags, comments, block text. */
export const textCauses: readonly Cause[] = [
  {
    when: /^Missing closing (.)quote/,
    say: ({ text, document, from, match }) => {
      const start = scalarEndingAt(document, from)?.range?.[0] ?? from - 1;
      const quote = match[1]!;
      return {
        reason: `the text after this ${quote} never ends`,
        range: [start, restOfLine(text, start)[1]],
        help: `close it with ${quote}; its further lines must be indented`,
      };
    },
  },
  {
    when: /^(Implicit keys need to be on|Block collections are not)/,
    say: ({ text, from, to }) => {
      const quote = text[from]!;
      if (!/^["'][\s\S]*\n/.test(text.slice(from, to))) return undefined;
      return {
        reason: `the text after this ${quote} does not end on its line`,
        range: restOfLine(text, from),
        help: `close it with ${quote}`,
      };
    },
  },
  {
    when: /^Invalid escape sequence (.*)/,
    say: ({ match }) => ({
      reason: `\`${match[1]}\` is not an escape that double quotes know`,
      help: `write \`\\${match[1]}\`, or put the text in single quotes`,
    }),
  },
  {
    when: /^Plain value cannot start with (?:a tab|.* (.))$/,
    say: ({ text, from, match }) => ({
      reason: `a text that starts with ${match[1] === '`' ? 'a backtick' : `\`${match[1]}\``} needs quotes`,
      range: restOfLine(text, from),
      help: `put it in quotes: '${quoted(text, restOfLine(text, from)).slice(1, -1)}'`,
    }),
  },
  {
    when: /^(Alias|Anchor) cannot be an empty string/,
    say: ({ match }) => {
      const sign = match[1] === 'Alias' ? '*' : '&';
      return {
        reason: `\`${sign}\` needs a name after it`,
        help: `put it in quotes if it is text: "${sign}"`,
      };
    },
  },
  {
    when: /^Tags and anchors must be separated/,
    say: ({ text, from }) => ({
      reason: `a space is missing before ${quoted(text, restOfLine(text, from))}`,
      help: 'part a tag or an anchor from its value by a space',
    }),
  },
  {
    when: /^(Could not resolve tag|The .* tag has no suffix)/,
    say: ({ text, from, to }) => ({
      reason: `${quoted(text, [from, to])} is not a tag`,
      help: 'leave it out',
    }),
  },
  {
    when: /^Comments must be separated/,
    say: () => ({
      reason: 'a space is missing before `#`',
      help: 'put the whole value in quotes if `#` belongs to it',
    }),
  },
  {
    when: /^(Block scalar header includes|Not a YAML token)/,
    say: ({ text, from }) => ({
      reason: `${quoted(text, restOfLine(text, from))} cannot stand on the line of \`|\` or \`>\``,
      range: restOfLine(text, from),
      help: 'begin the text on the next line, or put all of it in quotes if that sign belongs to it',
    }),
  },
  {
    when: /^Block scalar (values in collections must be indented|lines must not be less|.*leading empty lines)/i,
    say: ({ text, from }) => ({
      reason: 'the lines of a text after `|` or `>` must be indented alike, and more than its key',
      range: restOfLine(text, from),
      help: 'indent each of them by two spaces more than the key',
    }),
  },
];

/** What is left over after a value; it says the least of all that `yaml` may find at a place. */
export const leftOver: Cause = { when: /^Unexpected .* (token|at node end)/, say: afterTheEnd };

function afterTheEnd({ text, document, from }: Finding) {
  const range = restOfLine(text, from);
  const rest = quoted(text, range);
  if (opensLine(text, from)) {
    return {
      reason: `${rest} does not belong to what stands above it`,
      range,
      help: 'indent it like its neighbours',
    };
  }
  const before = scalarEndingAt(document, text.slice(0, from).trimEnd().length);
  const quotedBefore = before?.type?.startsWith('QUOTE');
  const start = before?.range?.[0] ?? from;
  const overLines = text.slice(start, from).includes('\n');
  return {
    reason: `${rest} stands after the end of a value`,
    range,
    help:
      quotedBefore && overLines
        ? otherQuotes
        : wholeInQuotes(text.slice(firstOfValue(text, from), range[1]), text.slice(...range)),
    ...(quotedBefore &&
      overLines && { related: { range: [start, start + 1], message: 'the text begins here' } as const }),
  };
}

const otherQuotes = 'put all of it in quotes, or use the other kind of quotes outside';

/** Where the value begins that stands on a line behind a key or a `-`, or on a line of its own. */
function firstOfValue(text: string, at: number): number {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  return line + /^\s*(?:- +)*(?:[^\s:"'{[]+: +)?/.exec(text.slice(line, at))![0].length;
}

function wholeInQuotes(value: string, rest: string): string {
  const begin = value[0]!;
  const isQuoted = begin === '"' || begin === "'";
  const quote = value.includes("'") ? '"' : "'";
  let whole = `${quote}${value}${quote}`;
  if (isQuoted && value.endsWith(begin)) whole = `${quote}${value.slice(1, -1)}${quote}`;
  // Behind the quote, without a space.
  else if (isQuoted && value.endsWith(begin + rest))
    whole = `${value.slice(0, -rest.length - 1)}${rest}${begin}`;
  const fits = whole.length <= 60 && !whole.slice(1, -1).includes(whole[0]!) && !whole.includes('\\');
  return fits ? `put all of it in quotes: ${whole}` : otherQuotes;
}

function scalarEndingAt(document: Finding['document'], end: number): Scalar | undefined {
  let found: Scalar | undefined;
  visit(document, (_, node) => {
    if (isScalar(node) && node.range?.[1] === end && node.source !== '') found = node;
    return undefined;
  });
  return found;
}
