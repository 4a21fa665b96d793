import type { Schema } from '../../language/schema.js';

/** Fields that may be anything, by name. */
const named = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, true]));

/** A closed schema with its check for unknown fields, or the one for missing fields, only where the other finds nothing. */
function oneAfterTheOther(schema: Schema, first: 'unknown' | 'missing'): Schema {
  const { required, properties, additionalProperties, ...rest } = schema;
  if (required === undefined || properties === undefined || additionalProperties !== false) return schema;
  // Not `propertyNames`: editors would offer them, without what is known of the fields.
  const known = { properties: named(Object.keys(properties)), additionalProperties };
  const complete = { properties: named(required), required };
  return {
    ...rest,
    ...(first === 'unknown' ? { properties, additionalProperties } : { required, properties }),
    if: first === 'unknown' ? known : complete,
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: first === 'unknown' ? complete : known,
  } as Schema;
}

/**
 * The same, with one error for one mistake. A misspelt field that is required is both unknown and missing: here it is
 * only unknown, as what is missing is asked for when every field is known.
 */
export const missingWhenKnown = (schema: Schema): Schema => oneAfterTheOther(schema, 'unknown');

/**
 * The same the other way round, for items of lists: here a misspelt field is only missing. An editor makes a new item of
 * the fields that are required, and finds them nowhere else.
 */
export const unknownWhenComplete = (schema: Schema): Schema => oneAfterTheOther(schema, 'missing');
