import type { Path, Problem } from '../../diagnostics/problem.js';
import { isObject } from '../../language/json.js';
import type { Located } from './located.js';
import { outside } from './outside.js';
import type { Subject } from './subject.js';

/** A parameter, runner or resource that is empty, and its fields, which are indented like its name. */
export interface Flattened {
  readonly section: string;
  readonly item: string;
  readonly names: readonly string[];
}

/** An empty item is followed by what are no items either: a text, or the source of a parameter, is among them. */
export function flattenedItems(
  { document, kind, value }: Subject,
  errors: readonly Located[],
): readonly Flattened[] {
  if (kind !== 'plan' || !isObject(value)) return [];
  return ['Parameters', 'Runners', 'Resources'].flatMap((section) => {
    const items = value[section];
    if (!isObject(items)) return [];
    const wrong = new Set(errors.flatMap(({ at }) => (at[0] === section && at.length > 1 ? [at[1]] : [])));
    const keys = document.keys(items);
    return keys.flatMap((item, index): Flattened[] => {
      if (items[item] !== null) return [];
      const after = keys.slice(index + 1);
      const end = after.findIndex((key) => items[key] === null || !wrong.has(key));
      const names = end === -1 ? after : after.slice(0, end);
      return names.some((name) => name === 'From' || !isObject(items[name]))
        ? [{ section, item, names }]
        : [];
    });
  });
}

/** Whether a place is that of an item or one of its fields. */
export const isPartOf = ({ section, item, names }: Flattened, at: Path): boolean =>
  at[0] === section && (at[1] === item || names.includes(String(at[1])));

export const flattenedItem = (subject: Subject, { section, item, names }: Flattened): Problem =>
  outside(subject, [section], names, item);
