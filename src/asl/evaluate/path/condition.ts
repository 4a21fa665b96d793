import { StatesError } from '../../../ports/states-error.js';
import type { Json } from '../../../source/document.js';
import { parse } from '../../path/parse.js';
import { isAtEnd, type Reader, readerOf, refuse, skipSpaces, take, takes } from '../../path/reader.js';
import type { Step } from '../../path/syntax.js';
import { once } from '../once.js';

/** `@.a` starts at the value that is filtered, `$.a` at the root. */
export interface FilterPath {
  readonly kind: 'path';
  readonly fromRoot: boolean;
  readonly steps: readonly Step[];
}

export type Operand =
  | FilterPath
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'pattern'; readonly pattern: RegExp };

/** What stands in `[?( … )]`. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly all: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition }
  | { readonly kind: 'exists'; readonly operand: Operand }
  | { readonly kind: 'compare'; readonly operator: string; readonly left: Operand; readonly right: Operand };

/** The condition of a filter in Jayway's language: https://github.com/json-path/JsonPath#filter-operators */
export const conditionOf = once((text): Condition => {
  const reader = readerOf(text);
  const condition = parseOr(reader);
  skipSpaces(reader);
  if (!isAtEnd(reader)) refuse(reader, reader.at, `\`${text[reader.at]}\` cannot stand here`);
  if (reader.fault === undefined) return condition;
  throw new StatesError(
    'States.Runtime',
    `Could not compile the filter [?(${text})]: ${reader.fault.reason}`,
  );
});

const parseOr = (reader: Reader): Condition => joined(reader, 'or', '||', parseAnd);

const parseAnd = (reader: Reader): Condition => joined(reader, 'and', '&&', parseOne);

function joined(
  reader: Reader,
  kind: 'and' | 'or',
  operator: string,
  next: (reader: Reader) => Condition,
): Condition {
  const all: Condition[] = [];
  do {
    all.push(next(reader));
    skipSpaces(reader);
  } while (takes(reader, operator));
  return all.length === 1 ? all[0]! : { kind, all };
}

const operators = /===|!==|==|!=|<=|>=|=~|<|>|(?:in|nin|subsetof|anyof|noneof|size|empty|contains)\b/iy;

function parseOne(reader: Reader): Condition {
  skipSpaces(reader);
  const open = reader.at;
  if (takes(reader, '!')) return { kind: 'not', condition: parseOne(reader) };
  if (takes(reader, '(')) {
    const condition = parseOr(reader);
    if (!takes(reader, ')')) refuse(reader, open, 'the parenthesis `(` is not closed');
    return condition;
  }
  const left = parseOperand(reader);
  skipSpaces(reader);
  const operator = take(reader, operators)?.[0].toLowerCase();
  if (operator === undefined) return { kind: 'exists', operand: left };
  return { kind: 'compare', operator, left, right: parseOperand(reader) };
}

const path =
  /([@$])((?:\.{1,2}(?:\*|[^\s.[\]()<>=~!&|,'"]+)|\.{0,2}\[(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[^\]'"])*\]|\(\))*)/suy;
const quoted = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/suy;
const word = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|(?:true|false|null)\b/y;
const pattern = /\/((?:[^/\\]|\\.)+)\/([a-zA-Z]*)/suy;

function parseOperand(reader: Reader): Operand {
  skipSpaces(reader);
  const found = take(reader, path);
  if (found !== null) {
    const read = parse(`$${found[2]}`);
    if (read.kind === 'path') return { kind: 'path', fromRoot: found[1] === '$', steps: read.steps };
  }
  const expression = take(reader, pattern);
  if (expression !== null) {
    const flags = expression[2]!.replace(/[^imsu]/g, '');
    return { kind: 'pattern', pattern: new RegExp(`^(?:${expression[1]})$`, flags) };
  }
  return { kind: 'value', value: parseValue(reader) };
}

function parseValue(reader: Reader): Json {
  skipSpaces(reader);
  const text = take(reader, quoted);
  if (text !== null) return (text[1] ?? text[2]!).replace(/\\(.)/gs, '$1');
  if (takes(reader, '[')) return parseList(reader);
  const literal = take(reader, word);
  if (literal !== null) return JSON.parse(literal[0]) as Json;
  refuse(reader, reader.at, `\`${reader.text.slice(reader.at) || ' '}\` is no value`);
  return null;
}

function parseList(reader: Reader): Json {
  const items: Json[] = [];
  skipSpaces(reader);
  if (takes(reader, ']')) return items;
  do {
    items.push(parseValue(reader));
    skipSpaces(reader);
  } while (takes(reader, ','));
  if (!takes(reader, ']')) refuse(reader, reader.at, 'the bracket `[` is not closed');
  return items;
}
