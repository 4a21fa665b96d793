import { type Problem, problem } from '../diagnostics/problem.js';
import { quoted, type Range, restOfLine } from './yaml/excerpt.js';

interface Mistake {
  readonly range: Range;
  readonly reason: string;
  readonly help?: string;
}

/** Why a text is no JSON, and where: https://www.rfc-editor.org/rfc/rfc8259. Undefined when it is. */
export function jsonProblem(file: string, text: string): Problem | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    const { range, reason, help } = firstMistake(text);
    return problem('PLAN0023', { file, offset: range }, { reason }, { help });
  }
}

const expectations = {
  value: 'a value',
  item: 'a value or `]`',
  key: 'a key',
  entry: 'a key or `}`',
  colon: '`:`',
  end: 'the end of the file',
  '{': '`,` or `}`',
  '[': '`,` or `]`',
} as const;
type Expected = keyof typeof expectations;

/** The messages of `JSON.parse` differ between versions of Node, and not all of them have a place. */
function firstMistake(text: string): Mistake {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let comma = 0;
  for (let at = 0; ; ) {
    at = after(text, at, blanks);
    const char = text[at];
    const isKey: boolean = expected === 'key' || expected === 'entry';
    const isValue: boolean = expected === 'value' || expected === 'item';
    if (char === '"' && (isKey || isValue)) {
      const end = endOfText(text, at);
      if (typeof end !== 'number') return end;
      at = end;
      expected = isKey ? 'colon' : (open.at(-1) ?? 'end');
    } else if ((char === '{' || char === '[') && isValue) {
      open.push(char);
      expected = char === '{' ? 'entry' : 'item';
      at++;
    } else if (isValue && after(text, at, literals) > at) {
      at = after(text, at, literals);
      expected = open.at(-1) ?? 'end';
    } else if (closes(char, expected)) {
      open.pop();
      expected = open.at(-1) ?? 'end';
      at++;
    } else if (char === ',' && (expected === '{' || expected === '[')) {
      comma = at++;
      expected = expected === '{' ? 'key' : 'value';
    } else if (char === ':' && expected === 'colon') {
      expected = 'value';
      at++;
    } else if ((char === '}' || char === ']') && text[comma] === ',' && (isKey || isValue)) {
      const reason = `nothing stands between this \`,\` and \`${char}\``;
      return { range: [comma, comma + 1], reason, help: 'remove the `,`' };
    } else return unexpected(text, at, expected, open.length === 0);
  }
}

const closes = (char: string | undefined, expected: Expected): boolean =>
  char === '}'
    ? expected === '{' || expected === 'entry'
    : char === ']' && (expected === '[' || expected === 'item');

const blanks = /[ \t\r\n]*/y;
const literals = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)(?![^\s,:[\]{}"'])/y;
const escapes = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const words = /[^\s,:[\]{}"']+/y;

function after(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function endOfText(text: string, start: number): number | Mistake {
  for (let at = start + 1; ; ) {
    const char = text[at];
    if (char === '"') return at + 1;
    if (char === undefined || char === '\n' || char === '\r') {
      const reason = 'the text after this " does not end on its line';
      return {
        range: restOfLine(text, start),
        reason,
        help: 'close it with ", and write a line break as `\\n`',
      };
    }
    const next = char === '\\' ? after(text, at, escapes) : at + 1;
    if (char < ' ')
      return {
        range: [at, next],
        reason: 'a control character must be written as an escape in JSON',
        help: 'write a tab as `\\t`',
      };
    if (next === at) {
      const reason = `\`${text.slice(at, at + 2)}\` is not an escape that JSON knows`;
      return { range: [at, Math.min(at + 2, text.length)], reason, help: 'write a backslash as `\\\\`' };
    }
    at = next;
  }
}

function unexpected(text: string, at: number, expected: Expected, atRoot: boolean): Mistake {
  const line = restOfLine(text, at);
  const word: Range = [at, Math.max(at + 1, after(text, at, words))];
  const written = `\`${text.slice(word[0], Math.min(word[1], at + 40))}\``;
  if (at >= text.length)
    return { range: [at, at], reason: `the file ends where ${expectations[expected]} is expected` };
  if (/^(\/\/|\/\*|#)/.test(text.slice(at, at + 2)))
    return { range: line, reason: 'JSON has no comments', help: 'remove it' };
  if (atRoot && expected === 'value')
    return {
      range: line,
      reason: `JSON begins with \`{\`, not with ${written}`,
      help: 'end the name of the file in `.yaml` if it is YAML',
    };
  if (text[at] === "'")
    return {
      range: line,
      reason: 'text in JSON stands in double quotes',
      help: 'write " in the place of \'',
    };
  if ((expected === '{' || expected === '[') && /["{[\w]/.test(text[at]!))
    return {
      range: line,
      reason: `a \`,\` is missing before ${quoted(text, line)}`,
      help: 'write it after the value before',
    };
  if (after(text, at, words) === at || !/^(value|item|key|entry)$/.test(expected))
    return { range: word, reason: `${written} stands where ${expectations[expected]} is expected` };
  if (expected === 'key' || expected === 'entry')
    return {
      range: word,
      reason: 'a key in JSON stands in double quotes',
      help: `write \`"${text.slice(...word)}"\``,
    };
  const help = 'put it in double quotes if it is text; else it is a number, true, false or null';
  return { range: word, reason: `${written} is not a value in JSON`, help };
}
