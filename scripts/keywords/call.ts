import { _, type Code, type CodeKeywordDefinition, type KeywordCxt, nil, str } from 'ajv';
import { resolveRef, type SchemaEnv } from 'ajv/dist/compile/index.js';
import names from 'ajv/dist/compile/names.js';
import { getValidate } from 'ajv/dist/vocabularies/core/ref.js';

const { instancePath, vErrors, errors } = names.default;

/** Ajv would copy all errors so far for every call that has some: half a minute for a list of 100,000 mistakes. */
const join = (all: unknown[] | null, more: readonly unknown[]): unknown[] => {
  const joined = all ?? [];
  for (const error of more) joined.push(error);
  return joined;
};
const joinCode = _`(all, more) => { const joined = all ?? []; for (const error of more) joined.push(error); return joined; }`;

/** The function of a schema that is referred to. */
export const functionOf = (cxt: KeywordCxt, $ref: string): Code => {
  const { self, schemaEnv, baseId } = cxt.it;
  return _`${getValidate(cxt, resolveRef.call(self, schemaEnv.root, baseId, $ref) as SchemaEnv)}`;
};

/** Calls it with a value, whose place ends with `below`, and keeps its errors. */
export function call({ gen, it }: KeywordCxt, check: Code, value: Code, below: Code = nil): void {
  const joined = gen.scopeValue('func', { ref: join, code: joinCode });
  const path = _`${str`${instancePath}${it.errorPath}`}${below}`;
  gen.if(_`!${check}(${value}, {instancePath: ${path}})`, () => {
    gen.assign(vErrors, _`${joined}(${vErrors}, ${check}.errors)`);
    gen.assign(errors, _`${vErrors}.length`);
  });
}

export const reference: CodeKeywordDefinition = {
  keyword: '$ref',
  schemaType: 'string',
  code: (cxt) => call(cxt, functionOf(cxt, cxt.schema), cxt.data),
};
