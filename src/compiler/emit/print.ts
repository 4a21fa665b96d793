import type { Tree } from '../lower/tree.js';

/** JSON text, two spaces deep, with the states of each `States` in their order. */
export const printTree = (value: Tree): string => `${print(value, '\n', '  ', ' ')}\n`;

/** The same without white space, as it goes into the template. */
export const printCompact = (value: Tree): string => print(value, '', '', '');

function print(value: Tree, newline: string, step: string, space: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = newline + step;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[${inner}${value.map((item) => print(item, inner, step, space)).join(`,${inner}`)}${newline}]`;
  }
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  if (entries.length === 0) return '{}';
  const lines = entries.map(
    ([key, item]) => `${JSON.stringify(key)}:${space}${print(item, inner, step, space)}`,
  );
  return `{${inner}${lines.join(`,${inner}`)}${newline}}`;
}
