import { type Problem, problem } from '../../diagnostics/problem.js';

/** A `${{ … }}` that YAML does not read as one piece of text, because it is not quoted or quoted wrongly. */
export interface TornReference {
  readonly range: readonly [number, number];
  readonly by: 'map' | 'comment' | 'key' | 'quote';
  readonly closed: boolean;
}

/** Finds a reference that the lexer cut at the end of a scalar, given as written at `start` of the text. */
export function tornAt(
  text: string,
  start: number,
  scalar: string,
  style: 'plain' | 'quoted',
): TornReference | undefined {
  const end = start + scalar.length;
  if (style === 'plain' && scalar.endsWith('$') && text.startsWith('{{', end))
    return torn(text, end - 1, 'map');
  const opened = scalar.lastIndexOf('${{');
  if (opened === -1 || scalar.includes('}}', opened)) return undefined;
  const rest = restOfLine(text, end);
  if (!rest.includes('}}')) return undefined;
  if (style === 'quoted') {
    return /^[ \t]*[^\s,:#\]}]/.test(rest) ? torn(text, start + opened, 'quote') : undefined;
  }
  if (/^[ \t]+#/.test(rest)) return torn(text, start + opened, 'comment');
  return rest.startsWith(':') ? torn(text, start + opened, 'key') : undefined;
}

function torn(text: string, start: number, by: TornReference['by']): TornReference {
  // `$${{` is torn alike.
  const begin = text[start - 1] === '$' ? start - 1 : start;
  const length = restOfLine(text, start).indexOf('}}');
  const closed = length !== -1;
  return { range: [begin, start + (closed ? length + 2 : 3)], by, closed };
}

function restOfLine(text: string, from: number): string {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.slice(from) : text.slice(from, end);
}

const special = '{}[],:#"\'';
// Unicode's noncharacters, which no text has: https://www.unicode.org/faq/private_use.html#noncharacters
const firstMask = 0xfdd0;

/** The text with torn references made harmless, character for character, so that YAML reads them as meant. */
export function mask(text: string, found: readonly TornReference[]): string {
  let masked = '';
  let last = 0;
  for (const { range } of found) {
    const harmless = text
      .slice(...range)
      .replace(/[{}[\],:#"']/g, (char) => String.fromCharCode(firstMask + special.indexOf(char)));
    masked += text.slice(last, range[0]) + harmless;
    last = range[1];
  }
  return masked + text.slice(last);
}

export const unmask = (text: string): string =>
  text.replace(/[\uFDD0-\uFDD8]/g, (char) => special[char.charCodeAt(0) - firstMask]!);

/** Whether a value is one reference, as far as the characters beside it tell. */
function isWhole(text: string, [start, end]: TornReference['range']): boolean {
  const before = text.slice(Math.max(0, start - near), start);
  return (
    /(^|[\n[{,]|[:-] )[ \t]*["']?$/.test(before) &&
    /^["']?[ \t]*([\r\n,\]}#]|$)/.test(text.slice(end, end + near))
  );
}

const near = 40;

const readAs = {
  map: 'YAML, which reads `{` as the start of a map here',
  comment: 'YAML, which reads ` #` as the start of a comment',
  key: 'YAML, which reads `: ` as the end of a key',
  quote: 'the quotes inside it, which end the text',
} as const;

export function tornProblem(file: string, text: string, { range, by, closed }: TornReference): Problem {
  const reference = text.slice(...range);
  const value = isWhole(text, range) ? reference : `…${reference}…`;
  const quoted = inQuotes(value);
  const advice = by === 'quote' ? 'put the whole value in the other quotes' : 'put the whole value in quotes';
  const help = closed ? `${advice}: ${quoted}` : `close it with \`}}\`, and ${advice}`;
  const whole = closed && by !== 'quote' ? wholeValue(text, range) : undefined;
  const fix = whole && { place: { file, offset: whole }, text: inQuotes(text.slice(...whole)) };
  return problem('PLAN0005', { file, offset: range }, { reference, by: readAs[by] }, { help, fix });
}

const inQuotes = (value: string): string =>
  value.includes('"') ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;

/** Names and references that stand together without a space. */
const joined = String.raw`(?:\$\{\{[^}\n]*\}\}|[\w./-])*`;
const joinedBefore = new RegExp(String.raw`(?:^|[[{,\n]|[:-] )[ \t]*(${joined})$`);
const joinedAfter = new RegExp(String.raw`^(${joined})[ \t]*(?:[\r\n,\]}]|$|#)`);

/** The value that a torn reference is part of, where the characters beside it leave no doubt. */
function wholeValue(text: string, [start, end]: TornReference['range']): TornReference['range'] | undefined {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const before = joinedBefore.exec(line);
  const after = joinedAfter.exec(restOfLine(text, end));
  return before && after ? [start - before[1]!.length, end + after[1]!.length] : undefined;
}
