import { Ajv, type CodeKeywordDefinition } from 'ajv';
import { reference } from './call.js';
import { closed } from './closed.js';
import { expectation } from './expected.js';
import { fields } from './fields.js';
import { group } from './group.js';
import { names } from './names.js';
import { union } from './union.js';

/** Ajv with the keywords of our fragments: less code, and errors that carry what a message needs. */
export function validatorCompiler(): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    // The published schema is held against draft-07 by a test; compiled by us, draft-07 itself would need `expected`.
    meta: false,
    validateSchema: false,
    allowUnionTypes: true,
    // Lengths are those of JavaScript: Ajv's own count of code points would be an import at run time.
    unicode: false,
    logger: false,
    inlineRefs: false,
    code: { source: true, esm: true, lines: false },
    keywords: ['expected'],
  });
  const original = (keyword: string) => ajv.getKeyword(keyword) as CodeKeywordDefinition;
  const limits = ['minLength', 'minimum', 'minItems', 'minProperties', 'pattern'].map((keyword) => ({
    ...original(keyword),
    error: expectation,
  }));
  for (const definition of [
    closed(original('additionalProperties')),
    fields,
    names,
    reference,
    union,
    ...limits,
  ]) {
    for (const keyword of [definition.keyword].flat()) ajv.removeKeyword(keyword);
    ajv.addKeyword(definition);
  }
  ajv.addKeyword(group('exactlyOne'));
  ajv.addKeyword(group('atMostOne'));
  return ajv;
}
