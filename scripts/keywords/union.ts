import { _, type CodeKeywordDefinition, type KeywordCxt } from 'ajv';
import { expectation } from './expected.js';

/** A part of which only whether it is valid is of interest. */
export const silently = { compositeRule: true, createErrors: false, allErrors: false } as const;

/** One error for the whole union instead of one for every alternative: what would have been right says `expected`. */
export const union: CodeKeywordDefinition = {
  keyword: 'anyOf',
  schemaType: 'array',
  trackErrors: true,
  error: expectation,
  code(cxt: KeywordCxt) {
    const { gen, schema } = cxt;
    const valid = gen.let('valid', false);
    const alternative = gen.name('_valid');
    gen.block(() => {
      for (const schemaProp of schema.keys()) {
        cxt.subschema({ keyword: 'anyOf', schemaProp, ...silently }, alternative);
        gen.assign(valid, _`${valid} || ${alternative}`);
        gen.if(_`!${valid}`);
      }
    }, schema.length);
    cxt.result(
      valid,
      () => cxt.reset(),
      () => {
        cxt.reset();
        cxt.error(true);
      },
    );
  },
};
