import { isObject } from '../../language/json.js';
import type { Json, JsonObject } from '../../source/document.js';
import type { Tree, TreeObject } from '../lower/tree.js';

/** JSON text, two spaces deep, with the states of each `States` in their order. */
export const printTree = (value: Tree): string => `${print(value, '\n')}\n`;

/** The same without white space, as it goes to Step Functions. */
export const printCompact = (value: Tree): string => print(value, '');

/** Maps are printed by hand; all else by `JSON.stringify`, which is many times faster. */
function print(value: Tree, newline: string): string {
  const step = newline === '' ? '' : '  ';
  if (Array.isArray(value) && value.some(holdsMap)) {
    const inner = newline + step;
    return `[${inner}${value.map((item: Tree) => print(item, inner)).join(`,${inner}`)}${newline}]`;
  }
  if (!holdsMap(value)) {
    const text = JSON.stringify(value, undefined, step);
    return newline === '' ? text : text.replaceAll('\n', newline);
  }
  const inner = newline + step;
  const colon = newline === '' ? ':' : ': ';
  const entries = value instanceof Map ? [...value] : Object.entries(value as TreeObject);
  const lines = entries.map(([key, item]) => JSON.stringify(key) + colon + print(item, inner));
  return `{${inner}${lines.join(`,${inner}`)}${newline}}`;
}

/** Whether a machine, or a state with machines inside, is to be printed: only their `States` are Maps. */
function holdsMap(value: Tree): boolean {
  if (value instanceof Map) return value.size > 0;
  if (Array.isArray(value)) return value.some(holdsMap);
  if (!isObject(value)) return false;
  const { States, Branches, ItemProcessor, Iterator: iterator } = value as TreeObject;
  return [States, Branches, ItemProcessor, iterator].some((inner) => inner !== undefined && holdsMap(inner));
}

/** The same as plain objects, in which JavaScript puts names like `10` first. */
export function plain(value: Tree): Json {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, inner]) => [key, plain(inner)]));
  if (Array.isArray(value)) return value.map(plain);
  if (!isObject(value) || !holdsMap(value)) return value as Json;
  return Object.fromEntries(
    Object.entries(value as TreeObject).map(([key, inner]) => [key, plain(inner)]),
  ) as JsonObject;
}
