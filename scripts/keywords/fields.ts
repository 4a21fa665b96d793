import { _, type AnySchemaObject, type Code, type CodeKeywordDefinition, type KeywordCxt, nil } from 'ajv';
import { call, functionOf } from './call.js';

/**
 * One loop over the fields that are there, with one function for each kind of value: Ajv would write a call out for
 * every field that might be there, which makes three times the code. The schema of a field is a reference, or empty.
 */
export const fields: CodeKeywordDefinition = {
  keyword: 'properties',
  type: 'object',
  schemaType: 'object',
  code(cxt: KeywordCxt) {
    const { gen, data } = cxt;
    const kinds = namesByCheck(cxt);
    if (kinds.size === 0) return;
    gen.forIn('key', data, (key) => {
      const check = gen.let('check', _`null`);
      const cases = [...kinds.values()].reduce((code, { name, names }) => {
        const labels = names.reduce<Code>((list, label) => _`${list}case ${label}: `, nil);
        return _`${code}${labels}${check} = ${name}; break;`;
      }, nil);
      gen.code(_`switch (${key}) {${cases}}`);
      gen.if(_`${check} !== null`, () => call(cxt, check, _`${data}[${key}]`, _` + "/" + ${key}`));
    });
  },
};

/** The functions that check fields, each with the names of its fields. */
function namesByCheck(cxt: KeywordCxt) {
  const kinds = new Map<string, { readonly name: Code; readonly names: string[] }>();
  for (const [field, { $ref }] of Object.entries<AnySchemaObject>(cxt.schema)) {
    if ($ref === undefined) continue;
    const name = functionOf(cxt, $ref);
    const kind = kinds.get(String(name));
    if (kind === undefined) kinds.set(String(name), { name, names: [field] });
    else kind.names.push(field);
  }
  return kinds;
}
