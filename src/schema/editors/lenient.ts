import type { Schema } from '../../language/schema.js';

/** What is said of the words of an `enum`. */
const ofWords = ['enum', 'enumDescriptions', 'x-intellij-enum-metadata'];

/**
 * The same for a catalogue whose copy may be older than the plancc that reads the plan: fields and words that are not
 * known yet are let through, what is known must be right. Keywords are those that
 * https://github.com/SchemaStore/schemastore/blob/master/CONTRIBUTING.md#non-standard-properties knows.
 */
export function lenient(schema: Schema): Schema {
  const entries = Object.entries(schema).filter(
    ([key, value]) => key !== 'patternErrorMessage' && !(key === 'additionalProperties' && value === false),
  );
  const open = Object.fromEntries(entries) as Schema;
  // With a type it is one of the two below.
  if (!Array.isArray(schema.enum) || typeof schema.enum[0] !== 'string' || schema.type === 'string')
    return open;
  const words = entries.filter(([key]) => ofWords.includes(key));
  return {
    ...Object.fromEntries(entries.filter(([key]) => !ofWords.includes(key))),
    anyOf: [
      { type: 'string', ...Object.fromEntries(words) },
      { type: 'string', description: 'A word that is not known yet.' },
    ],
  } as Schema;
}
