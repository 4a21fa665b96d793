import { parsePath } from './parse-path.js';
import { isAtEnd, type Reader, refuse, skipSpaces, take, takes } from './reader.js';
import type { Argument, Call } from './syntax.js';

const functionName = /States\.[A-Za-z0-9]*/y;
const literal = /(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?=[\s,)]|$)/y;
/** `\"` is refused by Step Functions, where it takes other characters behind a backslash. */
const text = /'((?:[^'\\]|\\[^"])*)'/suy;

/** "You can nest up to 10 intrinsic functions": inside of the one that is the whole value. */
const deepest = 10;

export const startsCall = (reader: Reader): boolean => reader.text.startsWith('States.', reader.at);

/** https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html */
export function parseCall(reader: Reader): Call {
  const from = reader.at;
  const name = take(reader, functionName)![0];
  const nameSpan = [from, reader.at] as const;
  const open = reader.at;
  if (!takes(reader, '(')) refuse(reader, from, `\`${name}\` has no arguments`, `write \`${name}(…)\``, open);
  if (reader.depth++ > deepest)
    refuse(reader, from, `more than ${deepest} functions stand inside one another`);
  const list: Argument[] = [];
  skipSpaces(reader);
  if (!takes(reader, ')')) parseArguments(reader, open, list);
  reader.depth--;
  return { kind: 'call', name, nameSpan, arguments: list, span: [from, reader.at] };
}

function parseArguments(reader: Reader, open: number, list: Argument[]): void {
  do {
    skipSpaces(reader);
    const argument = parseArgument(reader, open);
    if (argument === undefined) return;
    list.push(argument);
    skipSpaces(reader);
  } while (takes(reader, ','));
  if (takes(reader, ')')) return;
  if (isAtEnd(reader)) refuse(reader, open, 'the parenthesis `(` is not closed');
  else refuse(reader, reader.at, `a comma or \`)\` is missing before \`${reader.text[reader.at]}\``);
}

function parseArgument(reader: Reader, open: number): Argument | undefined {
  const from = reader.at;
  if (startsCall(reader)) return parseCall(reader);
  if (reader.text[from] === '$') return parsePath(reader, true);
  const quoted = take(reader, text)?.[1];
  if (quoted !== undefined) return textOf(quoted, [from, reader.at]);
  const word = take(reader, literal)?.[1];
  const span = [from, reader.at] as const;
  if (word === undefined) return refuseArgument(reader, open);
  if (word === 'null') return { kind: 'null', span };
  if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true', span };
  return { kind: 'number', value: Number(word), span };
}

const textOf = (written: string, span: readonly [number, number]): Argument => {
  const parts = formatParts(written);
  return { kind: 'text', value: parts.join('{}'), parts, span };
};

/** What stands between the `{}` of a text, without the backslashes that take other braces from them. */
export function formatParts(written: string): readonly string[] {
  const parts = [''];
  for (const [piece, escaped] of written.matchAll(/\\(.)|\{\}|[^\\{]+|./gsu))
    if (piece === '{}') parts.push('');
    else parts[parts.length - 1] += escaped ?? piece;
  return parts;
}

function refuseArgument(reader: Reader, open: number): undefined {
  const { at, text: all } = reader;
  const next = all[at];
  if (next === undefined) return refuse(reader, open, 'the parenthesis `(` is not closed');
  if (next === '"') return refuse(reader, at, 'text stands in single quotes', "write `'…'`");
  if (next === "'") return refuseText(reader, at);
  if (next === ',' || next === ')') return refuse(reader, at, 'an argument is missing');
  const word = /^[^,()]*/.exec(all.slice(at))![0].trim();
  const help = `write a path such as \`$.${/^\w+$/.test(word) ? word : 'name'}\`, or text in single quotes`;
  const reason = `\`${word || next}\` is neither a path, a function, a number nor text`;
  return refuse(reader, at, reason, help, at + word.length);
}

function refuseText(reader: Reader, at: number): undefined {
  const escaped = /^'(?:[^'\\]|\\[^"])*\\"/su.exec(reader.text.slice(at))?.[0];
  if (escaped === undefined) return refuse(reader, at, "the text that starts with `'` is not closed");
  const end = at + escaped.length;
  return refuse(reader, end - 2, '`\\"` is no escape', 'write `"` without the backslash', end);
}
