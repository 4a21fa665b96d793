import type { Schema } from '../language/schema.js';

const maps = ['properties', 'patternProperties', 'definitions', 'dependencies'];
const singles = ['items', 'additionalProperties', 'propertyNames', 'if', 'then', 'else', 'not'];
const lists = ['anyOf', 'allOf'];

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A schema with `change` applied to it and to every schema inside, outer before inner; `name` is that of a property. */
export function rewrite(
  schema: Schema,
  change: (schema: Schema, name: string | undefined) => Schema,
  name?: string,
): Schema {
  const inner = (value: unknown, key?: string) => (isSchema(value) ? rewrite(value, change, key) : value);
  const entries = Object.entries(change(schema, name)).map(([keyword, value]) => {
    if (maps.includes(keyword)) {
      const named = keyword === 'properties';
      return [
        keyword,
        Object.fromEntries(
          Object.entries(value as object).map(([k, v]) => [k, inner(v, named ? k : undefined)]),
        ),
      ];
    }
    if (singles.includes(keyword)) return [keyword, inner(value)];
    if (lists.includes(keyword)) return [keyword, (value as unknown[]).map((item) => inner(item))];
    return [keyword, value];
  });
  return Object.fromEntries(entries) as Schema;
}
