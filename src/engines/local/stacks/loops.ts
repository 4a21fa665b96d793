import { isList, isObject } from '../../../language/json.js';
import type { Json } from '../../../source/document.js';
import { TemplateError } from './template-error.js';

/**
 * A template with its loops done, which `AWS::LanguageExtensions` brings. `values` are those of the parameters, which
 * a loop may run over. Throws a `TemplateError` for what is no loop.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
 */
export function unrolled(value: Json, values: { readonly [name: string]: Json }): Json {
  if (isList(value)) return value.map((item) => unrolled(item, values));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]): [string, Json][] =>
      key.startsWith('Fn::ForEach::') ? passes(key, inner, values) : [[key, unrolled(inner, values)]],
    ),
  );
}

/** The entries that a loop makes. Loops in it may run over what it fills in. */
function passes(name: string, loop: Json, values: { readonly [name: string]: Json }): [string, Json][] {
  const [identifier, collection, body] = isList(loop) ? loop : [];
  const items = isObject(collection) ? values[String(collection.Ref)] : collection;
  if (typeof identifier !== 'string' || !isList(items) || !isObject(body)) {
    throw new TemplateError(`Template error: ${name} layout is incorrect`);
  }
  return items
    .flatMap((item) => (isObject(item) ? (values[String(item.Ref)] ?? []) : item))
    .flatMap((item) => Object.entries(unrolled(filled(body, identifier, String(item)), values) ?? {}));
}

/** `${Name}` and `{ Ref: Name }` become the item, `&{Name}` the letters and digits of it. */
function filled(value: Json, identifier: string, item: string): Json {
  const text = (given: string): string =>
    given
      .replaceAll(`\${${identifier}}`, () => item)
      .replaceAll(`&{${identifier}}`, () => item.replace(/[^A-Za-z0-9]/g, ''));
  if (typeof value === 'string') return text(value);
  if (isList(value)) return value.map((inner) => filled(inner, identifier, item));
  if (!isObject(value)) return value;
  if (value.Ref === identifier) return item;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [text(key), filled(inner, identifier, item)]),
  );
}
