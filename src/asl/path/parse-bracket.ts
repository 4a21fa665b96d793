import { type Reader, refuse, skipSpaces, take, takeBalanced, takes } from './reader.js';
import type { Selector } from './syntax.js';

const quoted = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/suy;
const numbers = /-?\d+(?:\s*,\s*-?\d+)*/y;
const slice = /(-?\d+)?\s*:\s*(-?\d+)?(?:\s*:\s*(?:-?\d+)?)?/y;

/** What stands in brackets, behind the one that opens them at `open`, and the one that closes them. */
export function parseBracket(reader: Reader, open: number): Selector {
  skipSpaces(reader);
  const selector = parseSelector(reader, open);
  skipSpaces(reader);
  if (!takes(reader, ']')) refuse(reader, open, 'the bracket `[` is not closed');
  return selector;
}

function parseSelector(reader: Reader, open: number): Selector {
  if (takes(reader, '*')) return { kind: 'all' };
  const at = reader.at;
  if (takes(reader, '?')) {
    skipSpaces(reader);
    if (takes(reader, '(')) return { kind: 'filter', text: condition(reader, at) };
    refuse(reader, at, 'a filter stands in parentheses', 'write it like `[?(@.status == 1)]`');
    return { kind: 'all' };
  }
  if (takes(reader, '(')) return { kind: 'script', text: condition(reader, at) };
  const range = take(reader, slice);
  if (range !== null) return { kind: 'slice', from: bound(range[1]), to: bound(range[2]) };
  const list = take(reader, numbers)?.[0].split(',').map(Number);
  if (list !== undefined)
    return list.length === 1 ? { kind: 'index', index: list[0]! } : { kind: 'indexes', indexes: list };
  return parseNames(reader, open);
}

const bound = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits);

function condition(reader: Reader, at: number): string {
  const text = takeBalanced(reader, reader.at - 1);
  if (text.trim() === '' && reader.fault === undefined) refuse(reader, at, 'the parentheses are empty');
  return text;
}

function parseNames(reader: Reader, open: number): Selector {
  const keys: string[] = [];
  do {
    skipSpaces(reader);
    const at = reader.at;
    const found = take(reader, quoted);
    if (found === null) {
      refuseName(reader, at, open);
      return { kind: 'keys', keys };
    }
    keys.push((found[1] ?? found[2]!).replace(/\\(.)/gs, '$1'));
    skipSpaces(reader);
  } while (takes(reader, ','));
  return keys.length === 1 ? { kind: 'key', key: keys[0]! } : { kind: 'keys', keys };
}

function refuseName(reader: Reader, at: number, open: number): undefined {
  const { text } = reader;
  const close = text.indexOf(']', at);
  const inside = text.slice(at, close === -1 ? text.length : close).trim();
  if (inside === '')
    return refuse(reader, open, close === -1 ? 'the bracket `[` is not closed' : 'the brackets are empty');
  if (/^['"]/.test(inside))
    return refuse(reader, at, `the text that starts with \`${inside[0]}\` is not closed`);
  if (inside.startsWith('$')) {
    const list = text.slice(0, open);
    const help = `take the item with a function: \`States.ArrayGetItem(${list}, ${inside})\``;
    return refuse(reader, at, 'a path cannot stand in brackets', help, at + inside.length);
  }
  const help = `put the name in quotes: \`['${inside}']\``;
  return refuse(reader, at, 'a name in brackets stands in quotes', help, at + inside.length);
}
