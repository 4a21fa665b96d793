import type { Path } from '../../diagnostics/problem.js';
import type { SchemaError } from '../../generated/validators.js';
import { isList, valueAt } from '../../language/json.js';
import type { Json } from '../../source/document.js';

/** What the validator says, with the path in the object that it is about. */
export interface Located extends SchemaError {
  readonly at: Path;
}

export function located(error: SchemaError, object: Json): Located {
  let value: Json | undefined = object;
  const at = error.instancePath
    .split('/')
    .slice(1)
    .map((escaped) => {
      const key = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = isList(value) ? Number(key) : key;
      value = valueAt(value, [step]);
      return step;
    });
  return { ...error, at };
}

export const isSame = (one: Path, other: Path): boolean =>
  one.length === other.length && one.every((key, index) => key === other[index]);

/** Those of one place after those of another. */
export function byPlace<T extends { readonly at: Path }>(all: readonly T[]): readonly (readonly T[])[] {
  const places = new Map<string, T[]>();
  for (const one of all) {
    const place = JSON.stringify(one.at);
    const these = places.get(place);
    if (these === undefined) places.set(place, [one]);
    else these.push(one);
  }
  return [...places.values()];
}
