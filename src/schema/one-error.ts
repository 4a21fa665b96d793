import type { Schema } from '../language/schema.js';

/** Fields that may be anything, by name. */
const named = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, true]));

/**
 * The same, with one error for one mistake. A misspelt field that is required is both unknown and missing: here it is
 * only unknown, as what is missing is asked for when every field is known.
 */
export function missingWhenKnown(schema: Schema): Schema {
  const { required, properties, additionalProperties, ...rest } = schema;
  if (required === undefined || properties === undefined || additionalProperties !== false) return schema;
  return {
    ...rest,
    properties,
    additionalProperties,
    // Not `propertyNames`: editors would offer them, without what is known of the fields.
    if: { properties: named(Object.keys(properties)), additionalProperties },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { properties: named(required), required },
  } as Schema;
}

/**
 * The same the other way round, for items of lists: here a misspelt field is only missing. An editor makes a new item of
 * the fields that are required, and finds them nowhere else.
 */
export function unknownWhenComplete(schema: Schema): Schema {
  const { required, properties, additionalProperties, ...rest } = schema;
  if (required === undefined || properties === undefined || additionalProperties !== false) return schema;
  return {
    ...rest,
    required,
    properties,
    if: { properties: named(required), required },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { properties: named(Object.keys(properties)), additionalProperties },
  } as Schema;
}
