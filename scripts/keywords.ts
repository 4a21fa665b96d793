import {
  _,
  Ajv,
  type AnySchemaObject,
  type CodeKeywordDefinition,
  type KeywordCxt,
  type KeywordErrorDefinition,
  stringify,
} from 'ajv';

/** What would have been right, as the schema says it. */
function expected(keyword: string, schema: AnySchemaObject | undefined) {
  if (schema?.expected === undefined) {
    throw new Error(`a schema with \`${keyword}\` needs \`expected\`: ${JSON.stringify(schema)}`);
  }
  return stringify(schema.expected);
}

const expectation: KeywordErrorDefinition = {
  message: '',
  params: ({ keyword, parentSchema }) => _`{expected: ${expected(keyword, parentSchema)}}`,
};

/** A part of which only whether it is valid is of interest. */
const silently = { compositeRule: true, createErrors: false, allErrors: false } as const;

/** One error for the whole union instead of one for every alternative: what would have been right says `expected`. */
const union: CodeKeywordDefinition = {
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

const names: CodeKeywordDefinition = {
  keyword: 'propertyNames',
  type: 'object',
  schemaType: 'object',
  error: {
    message: '',
    params: ({ keyword, schema, params }) =>
      _`{propertyName: ${params.propertyName}, expected: ${expected(keyword, schema)}}`,
  },
  code(cxt: KeywordCxt) {
    const { gen, data } = cxt;
    const valid = gen.name('valid');
    gen.forIn('key', data, (propertyName) => {
      cxt.setParams({ propertyName });
      const name = { data: propertyName, dataTypes: ['string' as const], propertyName };
      cxt.subschema({ keyword: 'propertyNames', ...name, ...silently }, valid);
      gen.if(_`!${valid}`, () => cxt.error());
    });
  },
};

/** `exactlyOne` and `atMostOne`: of each group of properties, those that are there. */
const group = (keyword: 'exactlyOne' | 'atMostOne'): CodeKeywordDefinition => ({
  keyword,
  type: 'object',
  schemaType: 'array',
  error: { message: '', params: ({ params }) => _`{group: ${params.group}, found: ${params.found}}` },
  code(cxt: KeywordCxt) {
    const { gen, data, schema } = cxt;
    for (const members of schema as readonly string[][]) {
      const list = cxt.gen.scopeValue('schema', { ref: members, code: stringify(members) });
      const found = gen.const('found', _`${list}.filter((name) => ${data}[name] !== undefined)`);
      cxt.setParams({ group: list, found });
      cxt.fail(keyword === 'exactlyOne' ? _`${found}.length !== 1` : _`${found}.length > 1`);
    }
  },
});

/** Ajv with the keywords of our fragments, and with errors that carry what a message needs. */
export function validatorCompiler(): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    // Fragments are checked against draft-07 as part of the published schema; here its own schema would need `expected`.
    meta: false,
    validateSchema: false,
    allowUnionTypes: true,
    // Lengths are those of JavaScript: Ajv's own count of code points would be an import at run time.
    unicode: false,
    logger: false,
    inlineRefs: false,
    code: { source: true, esm: true, lines: false, optimize: 2 },
    keywords: ['expected'],
  });
  for (const definition of [union, names]) {
    ajv.removeKeyword(definition.keyword as string);
    ajv.addKeyword(definition);
  }
  for (const keyword of ['exactlyOne', 'atMostOne'] as const) ajv.addKeyword(group(keyword));
  const limits = ['minLength', 'minimum', 'minItems', 'minProperties', 'pattern'];
  for (const keyword of limits) errorOf(ajv, keyword, expectation);
  closeObjects(ajv);
  return ajv;
}

/** Ajv keeps a copy of each definition, which `minLength` and `maxLength` and their like share. */
function errorOf(ajv: Ajv, keyword: string, error: KeywordErrorDefinition): void {
  (ajv.getKeyword(keyword) as CodeKeywordDefinition).error = error;
}

/** Names the properties there are in the error, and looks names up in a set: Ajv would embed the whole schema. */
function closeObjects(ajv: Ajv): void {
  const definition = ajv.getKeyword('additionalProperties') as CodeKeywordDefinition;
  const open = definition.code;
  definition.error = {
    message: '',
    params: ({ params }) =>
      _`{additionalProperty: ${params.additionalProperty}, allowed: [...${params.allowed ?? _`[]`}]}`,
  };
  definition.code = (cxt) => {
    const { gen, data, schema, parentSchema } = cxt;
    if (schema !== false || parentSchema.patternProperties !== undefined) return open(cxt);
    const names = Object.keys(parentSchema.properties ?? {});
    const allowed = gen.scopeValue('schema', { ref: names, code: _`new Set(${stringify(names)})` });
    gen.forIn('key', data, (additionalProperty) => {
      cxt.setParams({ additionalProperty, allowed });
      gen.if(_`!${allowed}.has(${additionalProperty})`, () => cxt.error());
    });
  };
}
