import { _, type CodeKeywordDefinition, type KeywordCxt, stringify } from 'ajv';

/** `exactlyOne` and `atMostOne`: of each group of properties, those that are there. */
export const group = (keyword: 'exactlyOne' | 'atMostOne'): CodeKeywordDefinition => ({
  keyword,
  type: 'object',
  schemaType: 'array',
  error: { message: '', params: ({ params }) => _`{group: ${params.group}, found: ${params.found}}` },
  code(cxt: KeywordCxt) {
    const { gen, data, schema } = cxt;
    for (const members of schema as readonly string[][]) {
      const list = cxt.gen.scopeValue('schema', { ref: members, code: stringify(members) });
      // `End: false` says nothing: https://states-language.net/#next
      const isThere = members.includes('End')
        ? _`${data}[name] !== undefined && (name !== "End" || ${data}.End === true)`
        : _`${data}[name] !== undefined`;
      const found = gen.const('found', _`${list}.filter((name) => ${isThere})`);
      cxt.setParams({ group: list, found });
      cxt.fail(keyword === 'exactlyOne' ? _`${found}.length !== 1` : _`${found}.length > 1`);
    }
  },
});
