import { _, type CodeKeywordDefinition, type KeywordCxt, stringify } from 'ajv';

/** Looks names up in a set, and gives the error the names there are: Ajv would embed the whole schema for that. */
export const closed = (original: CodeKeywordDefinition): CodeKeywordDefinition => ({
  ...original,
  keyword: 'additionalProperties',
  error: {
    message: '',
    params: ({ params }) =>
      _`{additionalProperty: ${params.additionalProperty}, allowed: [...${params.allowed ?? _`[]`}]}`,
  },
  code(cxt: KeywordCxt) {
    const { gen, data, schema, parentSchema } = cxt;
    if (schema !== false || parentSchema.patternProperties !== undefined) return original.code(cxt);
    const names = Object.keys(parentSchema.properties ?? {});
    const allowed = gen.scopeValue('schema', { ref: names, code: _`new Set(${stringify(names)})` });
    gen.forIn('key', data, (additionalProperty) => {
      cxt.setParams({ additionalProperty, allowed });
      gen.if(_`!${allowed}.has(${additionalProperty})`, () => cxt.error());
    });
  },
});
