import type { Fault } from './syntax.js';

/** A text that is read from left to right. After a fault it is at its end, so that all loops come to theirs. */
export interface Reader {
  readonly text: string;
  at: number;
  /** How many functions are open. */
  depth: number;
  fault: Fault | undefined;
}

export const readerOf = (text: string): Reader => ({ text, at: 0, depth: 0, fault: undefined });

/** What a sticky pattern matches here; the reader goes on behind it. */
export function take(reader: Reader, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (found !== null) reader.at += found[0].length;
  return found;
}

/** Whether these characters are next; then the reader goes on behind them. */
export function takes(reader: Reader, characters: string): boolean {
  const isNext = reader.text.startsWith(characters, reader.at);
  if (isNext) reader.at += characters.length;
  return isNext;
}

export const isAtEnd = ({ text, at }: Reader): boolean => at >= text.length;

/** Notes the first fault, `length` characters long at least where there are any. */
export function refuse(
  reader: Reader,
  from: number,
  reason: string,
  help?: string,
  to = from + 1,
): undefined {
  const { length } = reader.text;
  const start = Math.min(from, Math.max(0, length - 1));
  reader.fault ??= { kind: 'fault', reason, help, span: [start, Math.max(start, Math.min(to, length))] };
  reader.at = length;
  return undefined;
}

const spaces = /[ \t\r\n]*/y;

export const skipSpaces = (reader: Reader): void => {
  take(reader, spaces);
};

const opening = '([{';
const closing = ')]}';

/**
 * The text up to the parenthesis that closes the one just read, and behind it; what is inside is only looked at for other
 * brackets, for texts in quotes and for patterns (`=~ /…/`).
 */
export function takeBalanced(reader: Reader, open: number): string {
  const from = reader.at;
  const expected = [')'];
  for (; !isAtEnd(reader); reader.at++) {
    const character = reader.text[reader.at]!;
    if (character === "'" || character === '"') skipQuoted(reader, character);
    else if (character === '/' && isPattern(reader)) skipQuoted(reader, character);
    else if (opening.includes(character)) expected.push(closing[opening.indexOf(character)]!);
    else if (closing.includes(character)) {
      if (expected.pop() !== character) break;
      if (expected.length === 0) return reader.text.slice(from, reader.at++);
    }
  }
  refuse(reader, open, 'the parenthesis `(` is not closed');
  return '';
}

/** Whether a slash begins a pattern: it stands behind `=~`. */
const isPattern = ({ text, at }: Reader): boolean => /=~\s*$/.test(text.slice(Math.max(0, at - 8), at));

/** Leaves the reader at the quote that ends the text. */
function skipQuoted(reader: Reader, quote: string): void {
  const from = reader.at++;
  while (!isAtEnd(reader) && reader.text[reader.at] !== quote)
    reader.at += reader.text[reader.at] === '\\' ? 2 : 1;
  if (isAtEnd(reader)) refuse(reader, from, `the text that starts with \`${quote}\` is not closed`);
}
