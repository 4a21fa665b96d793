import type { Path } from '../../diagnostics/problem.js';
import { isIntrinsic } from '../../language/intrinsic.js';
import { isList } from '../../language/json.js';
import type { Json } from '../../source/document.js';

const longest = 40;

/** What a value is, in words that follow "but is". */
export function found(value: Json | undefined): string {
  if (value === null || value === undefined || value === '') return 'empty';
  if (isIntrinsic(value)) return `the CloudFormation function \`${Object.keys(value)[0]}\``;
  if (typeof value === 'object') {
    const kind = isList(value) ? 'list' : 'object';
    return Object.keys(value).length === 0 ? `an empty ${kind}` : isList(value) ? 'a list' : 'an object';
  }
  if (typeof value !== 'string') return `the ${typeof value} ${value}`;
  const shown = `\`${clipped(value)}\``;
  return looksPlain(value) ? `the text ${shown}` : shown;
}

/** The beginning of a text, on one line. */
export function clipped(text: string): string {
  const line = text.split('\n', 1)[0]!.slice(0, longest);
  return line === text ? line : `${line}…`;
}

/** In the place of one name, or of several. */
export const itOrThem = (names: readonly string[]): string => (names.length === 1 ? 'it' : 'them');

/** Whether a text would be a number or a boolean without its quotes. */
export const looksPlain = (text: string): boolean => /^\s*(-?\d+(\.\d+)?|true|false)\s*$/.test(text);

/** A path as people write it: `Retry[0].ErrorEquals`. */
export const written = (path: Path): string =>
  path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');

/** The last name of a path, with the indexes behind it. */
export const label = (path: Path): string =>
  written(
    path.slice(
      Math.max(
        0,
        path.findLastIndex((key) => typeof key === 'string'),
      ),
    ),
  );
