import type { Cause, Finding, Saying } from './cause.js';
import { firstInk, opensLine, quoted, restOfLine } from './excerpt.js';

/** Mistakes in maps and lists that are made by indentation. */
export const blockCauses: readonly Cause[] = [
  {
    when: /^Unexpected block-seq-ind on same line with key/,
    say: ({ text, from }) => {
      const range = restOfLine(text, from);
      if (!opensLine(text, from)) {
        return {
          reason: 'a list cannot begin on the line of its key',
          range,
          help: 'begin it on the next line, or write `[ … ]`',
        };
      }
      return {
        reason: `${quoted(text, range)} is an item of a list among the keys of a map`,
        range,
        help: 'give the list a key of its own, whose line ends with `:`',
      };
    },
  },
  {
    when: /^(A block sequence may not be used as an implicit|All sequence items must start|Sequence item without)/,
    say: (finding) => misaligned(finding, 'the items of a list start in the same column, each with `- `'),
  },
  {
    when: /^All mapping items must start at the same column/,
    say: (finding) => misaligned(finding, 'the keys of a map start in the same column'),
  },
  { when: /^Implicit keys need to be on a single line/, say: keyOverLines },
  {
    when: /^Nested mappings are not allowed in compact mappings/,
    say: ({ text, from }) => {
      const range = restOfLine(text, from);
      return {
        reason: `${quoted(text, range)} is read as a key and its value, because of the \`: \` in it`,
        range,
        help: 'put all of it in quotes if it is text; else begin it on the line after its key',
      };
    },
  },
  {
    when: /^Implicit map keys need to be followed by map values/,
    say: ({ text, from }) => missingColon(text, from),
  },
  {
    when: /^The : indicator must be at most 1024/,
    say: () => ({ reason: 'a key has at most 1024 characters', help: 'mark a longer one with `? `' }),
  },
  {
    when: /^Missing newline after block sequence props/,
    say: () => ({
      reason: 'a list begins on the line after its tag or anchor',
      help: 'put its first `- ` on the next line',
    }),
  },
];

function misaligned({ text, from }: Finding, help: string): Saying {
  const range = restOfLine(text, firstInk(text, from));
  return { reason: `${quoted(text, range)} is indented differently from what it stands with`, range, help };
}

/** `yaml` read several lines as one key: one of them has no colon, or is not aligned with the others. */
function keyOverLines({ text, document, from, to }: Finding): Saying {
  const continuesValue = document.errors.some(
    ({ code, pos }) => code === 'BLOCK_AS_IMPLICIT_KEY' && pos[0] === from,
  );
  if (!continuesValue) return missingColon(text, from);
  const last = text.slice(from, to).lastIndexOf('\n') + from;
  return misaligned({ text, from: last } as Finding, 'the key above it has a value already; align the two');
}

function missingColon(text: string, from: number): Saying {
  const range = restOfLine(text, from);
  if (/[|>][-+\d]*\s*$/.test(text.slice(Math.max(0, from - 200), from))) {
    return {
      reason: 'the text after `|` or `>` must be indented more than its key',
      range,
      help: 'indent each of its lines by two more spaces',
    };
  }
  const written = text.slice(...range);
  if (/^(<{7}|={7}|>{7})( |$)/.test(written)) {
    return {
      reason: `${quoted(text, range)} is a mark that Git left where two changes meet`,
      range,
      help: 'keep what is right of both, and remove the lines of `<<<<<<<`, `=======` and `>>>>>>>`',
    };
  }
  if (/^-[^\s-]/.test(written)) {
    return {
      reason: 'a space is missing after `-`',
      range: [range[0], range[0] + 1],
      help: `write ${quoted(`- ${written.slice(1)}`, [0, written.length + 1])}`,
    };
  }
  const colon = /^[^\s'"{[]+?:(?=\S)/.exec(written)?.[0];
  if (colon !== undefined) {
    return {
      reason: `a space is missing after \`${colon}\``,
      range: [range[0], range[0] + colon.length],
      help: `write ${quoted(`${colon} ${written.slice(colon.length)}`, [0, written.length + 1])}`,
    };
  }
  return {
    reason: `a \`:\` is missing after ${quoted(text, range)}`,
    range,
    help: 'a map has `key: value` on each line',
  };
}
