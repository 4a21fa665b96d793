import { stringify } from 'yaml';
import type { Schema } from '../../language/schema.js';
import { type Fields, requiredFields, type Value } from '../examples.js';

/** Objects whose keys are names that the author gives. */
const named = ['States', 'Outputs'];

/**
 * The body of a snippet of editors: the value with a tab stop at everything that the author fills in, from `first` on.
 * https://code.visualstudio.com/docs/languages/json#_define-snippets-in-json-schemas
 */
export function tabStops(value: unknown, first = 1): Value {
  let last = first - 1;
  const stop = (text: string) => `\${${++last}:${text.replace(/[\\$}]/g, '\\$&')}}`;
  const visit = (value: Value, keysAreNames: boolean): Value => {
    if (Array.isArray(value)) return value.map((item) => visit(item, false));
    // A leading `^` takes the quotes away that JSON would put around a number.
    if (typeof value !== 'object' || value === null)
      return typeof value === 'string' ? stop(value) : `^${stop(String(value))}`;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        keysAreNames ? stop(key) : key.replaceAll('$', '\\$'),
        key === 'Type' ? inner : visit(inner, named.includes(key)),
      ]),
    );
  };
  return visit(value as Value, false);
}

const labelled = (name: string) => `Example of ${name}`;

/** What an editor inserts for a field, or nothing where YAML would need quotes that JSON has anyway. */
export function fieldSnippet({ title, examples = [], type, enum: words }: Schema, name: string): Schema {
  const plain = examples.filter(isPlain);
  // Of a list an editor inserts the first item by itself.
  if (plain.length === 0 || words !== undefined || type === 'array') return {};
  return { defaultSnippets: plain.map((example) => fieldExample(example, title ?? name)) };
}

const fieldExample = (example: unknown, name: string) => ({
  label: typeof example === 'object' && example !== null ? labelled(name) : String(example),
  body: tabStops(example),
});

function isPlain(example: unknown): boolean {
  if (typeof example !== 'object' || example === null) return !/^["'|>]/.test(stringify(example));
  const inner = Object.values(example);
  return inner.length > 0 && inner.every(isPlain);
}

/** What an editor inserts in an object with fields that are required. */
export function exampleSnippet(schema: Schema, name: string | undefined): Schema {
  const { title = name, required, properties, examples } = schema;
  if (title === undefined || required === undefined || properties === undefined) return {};
  const example = (examples?.[0] ?? requiredFields(schema)) as Fields;
  const { Type, ...body } = example;
  return Object.keys(body).length === 0
    ? {}
    : { defaultSnippets: [{ label: labelled(title), body: tabStops(body) }] };
}
