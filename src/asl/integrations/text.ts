import { nameInSub } from '../../cloudformation/sub.js';
import { isObject } from '../../language/json.js';
import type { Json, JsonObject } from '../../source/document.js';

/**
 * A text as far as it is known when the plan's stack is made: literal parts, `*` for what only a running plan knows,
 * and values that CloudFormation puts in.
 */
export type Text = readonly (string | JsonObject)[];

/** Nothing is known. */
export const unknown: Text = ['*'];

/** Its literal parts, with `*` for the others. */
export const literalOf = (text: Text): string =>
  text.map((part) => (typeof part === 'string' ? part : '*')).join('');

/** Cut at each place where a literal part holds the separator. */
export function split(text: Text, separator: string): readonly Text[] {
  const cut: (string | JsonObject)[][] = [[]];
  for (const part of text) {
    const [first, ...more] = typeof part === 'string' ? part.split(separator) : [part];
    if (first !== '') cut.at(-1)!.push(first!);
    for (const piece of more) cut.push(piece === '' ? [] : [piece]);
  }
  return cut;
}

/** What a template has to say to get the text. */
export function toValue(text: Text): Json {
  const parts = merged(text);
  if (parts.length === 0) return '';
  if (parts.length === 1) return parts[0]!;
  const inSub = parts.map((part) => (typeof part === 'string' ? escaped(part) : named(part)));
  if (inSub.every((part) => part !== undefined)) return { 'Fn::Sub': inSub.join('') };
  return { 'Fn::Join': ['', parts] };
}

const escaped = (literal: string): string => literal.replaceAll('${', '${!');

function named(part: JsonObject): string | undefined {
  const name = nameInSub(part);
  return name === undefined ? undefined : `\${${name}}`;
}

function merged(text: Text): Text {
  const parts: (string | JsonObject)[] = [];
  for (const part of text) {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else if (part !== '') parts.push(part);
  }
  return parts;
}

/** The n-th piece of a value that CloudFormation cuts at a separator. */
export const selected = (index: number, separator: string, text: Text): JsonObject => ({
  'Fn::Select': [index, { 'Fn::Split': [separator, toValue(text)] }],
});

/** The only part, when it is a value that CloudFormation puts in. */
export function onlyValue(text: Text): JsonObject | undefined {
  const [only, more] = text;
  return more === undefined && isObject(only) ? only : undefined;
}
