import { isObject } from '../../src/language/json.js';
import type { Json, JsonObject } from '../../src/source/document.js';

type Change = (object: JsonObject, key: string) => JsonObject;

/** A value once for every key inside it, each time with that key changed. */
export function* mutate(value: Json, change: Change): Generator<Json> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const changed of mutate(item, change)) yield value.with(index, changed);
    }
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      yield change(value, key);
      for (const changed of mutate(value[key]!, change)) yield { ...value, [key]: changed };
    }
  }
}

const renamed =
  (rename: (key: string) => string): Change =>
  (object, key) =>
    Object.fromEntries(
      Object.entries(object).map(([name, value]) => [name === key ? rename(key) : name, value]),
    );

/** What people do to a key by mistake. */
export const changes: { readonly [how: string]: Change } = {
  'a key left out': (object, key) =>
    Object.fromEntries(Object.entries(object).filter(([name]) => name !== key)),
  'a letter left out': renamed((key) => key.slice(0, key.length >> 1) + key.slice((key.length >> 1) + 1)),
  'two letters swapped': renamed((key) => key.replace(/^(.)(.)(.)/, '$1$3$2')),
  'lower case': renamed((key) => key.toLowerCase()),
};

/** What people do to a value by mistake. */
export const values: { readonly [how: string]: Change } = {
  'an empty value': (object, key) => ({ ...object, [key]: null }),
  'a number': (object, key) => ({ ...object, [key]: 7.5 }),
  'a text': (object, key) => ({ ...object, [key]: 'text' }),
  'a list': (object, key) => ({ ...object, [key]: [] }),
  'an object': (object, key) => ({ ...object, [key]: { key: 1 } }),
};

/** What was inside a key stands behind it, indented like it. Where keys meet, or it was a function, nothing changes. */
export const unindented: Change = (object, key) => {
  const inner = object[key]!;
  if (!isObject(inner) || Object.keys(inner).some((name) => name in object || /^(Ref|Fn::)/.test(name))) {
    return object;
  }
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, value]) =>
      name === key ? [[name, null], ...Object.entries(inner)] : [[name, value]],
    ),
  );
};
