import {
  _,
  type AnySchemaObject,
  type Code,
  type CodeKeywordDefinition,
  type KeywordCxt,
  nil,
  str,
} from 'ajv';
import { resolveRef, type SchemaEnv } from 'ajv/dist/compile/index.js';
import namesModule from 'ajv/dist/compile/names.js';
import { getValidate } from 'ajv/dist/vocabularies/core/ref.js';

const { instancePath, vErrors, errors } = namesModule.default;

/**
 * One loop over the fields that are there, with one function for each kind of value: Ajv would write a call out for
 * every field that might be there, which makes three times the code. The schema of a field is a reference, or empty.
 */
export const fields: CodeKeywordDefinition = {
  keyword: 'properties',
  type: 'object',
  schemaType: 'object',
  code(cxt: KeywordCxt) {
    const { gen, data, it } = cxt;
    const kinds = namesByCheck(cxt);
    if (kinds.size === 0) return;
    gen.forIn('key', data, (key) => {
      const check = gen.let('check', _`null`);
      const cases = [...kinds.values()].reduce((code, { name, names }) => {
        const labels = names.reduce<Code>((list, label) => _`${list}case ${label}: `, nil);
        return _`${code}${labels}${check} = ${name}; break;`;
      }, nil);
      gen.code(_`switch (${key}) {${cases}}`);
      const at = str`${instancePath}${it.errorPath}/${key}`;
      gen.if(_`${check} !== null && !${check}(${data}[${key}], {instancePath: ${at}})`, () => {
        gen.assign(vErrors, _`${vErrors} === null ? ${check}.errors : ${vErrors}.concat(${check}.errors)`);
        gen.assign(errors, _`${vErrors}.length`);
      });
    });
  },
};

/** The functions that check fields, each with the names of its fields. */
function namesByCheck(cxt: KeywordCxt) {
  const { schema, it } = cxt;
  const kinds = new Map<string, { readonly name: Code; readonly names: string[] }>();
  for (const [field, { $ref }] of Object.entries<AnySchemaObject>(schema)) {
    if ($ref === undefined) continue;
    const target = resolveRef.call(it.self, it.schemaEnv.root, it.baseId, $ref) as SchemaEnv;
    const name = _`${getValidate(cxt, target)}`;
    const kind = kinds.get(String(name));
    if (kind === undefined) kinds.set(String(name), { name, names: [field] });
    else kind.names.push(field);
  }
  return kinds;
}
