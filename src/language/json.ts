import type { Path } from '../diagnostics/problem.js';
import type { Json, JsonObject } from '../source/document.js';

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: unknown): value is readonly Json[] => Array.isArray(value);

/** The value when it is an object, else an empty one: for reading on after a mistake has been reported. */
export const objectOr = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** The objects of a list such as `Retry`, `Catch` or `Choices`; none when it is no list. */
export const objectsIn = (list: Json | undefined): readonly JsonObject[] =>
  isList(list) ? list.filter(isObject) : [];

/** The value of a text in JSON; undefined where it is something else. */
export function jsonIn(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** What is at a path inside a value; undefined where nothing is. */
export const valueAt = (value: Json | undefined, path: Path): Json | undefined =>
  path.reduce<Json | undefined>(
    (inner, key) => (inner as { readonly [key: string]: Json } | undefined)?.[key],
    value,
  );

/** Calls `visit` for every string inside a value. The path is the walk's own: copy it to keep it. */
export function eachString(
  value: Json | undefined,
  visit: (text: string, path: readonly (string | number)[]) => void,
  path: (string | number)[] = [],
): void {
  if (typeof value === 'string') visit(value, path);
  else if (isList(value)) {
    for (let index = 0; index < value.length; index++) {
      path.push(index);
      eachString(value[index], visit, path);
      path.pop();
    }
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      path.push(key);
      eachString(value[key], visit, path);
      path.pop();
    }
  }
}

/** The value with each string inside it changed. */
export function withTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (isList(value)) return value.map((item) => withTexts(item, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withTexts(inner, change)]));
}

/** Whether a string inside a value passes a test. */
export function someString(value: Json | undefined, test: (text: string) => boolean): boolean {
  let found = false;
  eachString(value, (text) => {
    found ||= test(text);
  });
  return found;
}

/** JSON text with sorted keys: equal for equal values. */
export const canonical = (value: Json): string =>
  JSON.stringify(value, (_key, inner: Json) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
