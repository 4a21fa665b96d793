import type { Schema } from '../language/schema.js';

type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

/** What an editor inserts for a state of this type: its example, else the settings it cannot do without. */
export function snippet(type: string, schema: Schema): Value {
  const example = schema.examples?.[0] ?? { Type: type, ...required(schema.properties?.Properties) };
  return literal(example as Value);
}

function required(properties: Schema | boolean | undefined): { readonly [name: string]: Value } {
  if (typeof properties !== 'object' || properties.required === undefined) return {};
  const entries = properties.required.map((name): [string, Value] => {
    const property = properties.properties?.[name];
    return [name, ((typeof property === 'object' && property.examples?.[0]) || name) as Value];
  });
  return { Properties: Object.fromEntries(entries) };
}

/** `$` starts a placeholder in a snippet. */
function literal(value: Value): Value {
  if (typeof value === 'string') return value.replaceAll('$', '\\$');
  if (Array.isArray(value)) return value.map(literal);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.replaceAll('$', '\\$'), literal(inner)]),
  );
}
