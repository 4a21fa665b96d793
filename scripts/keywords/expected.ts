import { _, type AnySchemaObject, type KeywordErrorDefinition, stringify } from 'ajv';

/** What would have been right, as the schema says it. */
export function expected(keyword: string, schema: AnySchemaObject | undefined) {
  if (schema?.expected === undefined) {
    throw new Error(`a schema with \`${keyword}\` needs \`expected\`: ${JSON.stringify(schema)}`);
  }
  return stringify(schema.expected);
}

export const expectation: KeywordErrorDefinition = {
  message: '',
  params: ({ keyword, parentSchema }) => _`{expected: ${expected(keyword, parentSchema)}}`,
};
