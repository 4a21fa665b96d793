import { _, type CodeKeywordDefinition, type KeywordCxt } from 'ajv';
import { expected } from './expected.js';
import { silently } from './union.js';

/** One error for each name that is not as it must be. */
export const names: CodeKeywordDefinition = {
  keyword: 'propertyNames',
  type: 'object',
  schemaType: 'object',
  error: {
    message: '',
    params: ({ keyword, schema, params }) =>
      _`{propertyName: ${params.propertyName}, expected: ${expected(keyword, schema)}}`,
  },
  trackErrors: true,
  code(cxt: KeywordCxt) {
    const { gen, data } = cxt;
    const wrong = gen.const('wrong', _`[]`);
    const valid = gen.name('valid');
    gen.forIn('key', data, (propertyName) => {
      const name = { data: propertyName, dataTypes: ['string' as const], propertyName };
      cxt.subschema({ keyword: 'propertyNames', ...name, ...silently }, valid);
      gen.if(_`!${valid}`, () => gen.code(_`${wrong}.push(${propertyName})`));
    });
    cxt.reset();
    gen.forOf('name', wrong, (propertyName) => {
      cxt.setParams({ propertyName });
      cxt.error();
    });
  },
};
