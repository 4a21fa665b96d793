import type { SchemaObject } from 'ajv';
import standaloneModule from 'ajv/dist/standalone/index.js';
import { transformSync } from 'esbuild';
import { definitions } from '../src/asl/states/index.js';
import { body, branch } from '../src/asl/states/scope.js';
import type { Schema } from '../src/language/schema.js';
import { environments } from '../src/schema/environments.js';
import { mocks } from '../src/schema/mocks.js';
import { parameter } from '../src/schema/parameter.js';
import { plan } from '../src/schema/plan.js';
import { rewrite } from '../src/schema/rewrite.js';
import { runner } from '../src/schema/runner.js';
import { simulations } from '../src/schema/simulations.js';
import { ofType, ownState, stateSchemas } from '../src/schema/state.js';
import { stateTypes } from '../src/states/index.js';
import { validatorCompiler } from './keywords/index.js';

type Schemas = { readonly [id: string]: Schema };

const standalone = standaloneModule as never as typeof standaloneModule.default;

const map = <T, R>(record: { readonly [key: string]: T }, change: (value: T, key: string) => R) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));

/** States inside states are open here: the compiler walks them and asks for each by its own type. */
const walked = ['state', 'branch', 'body'].map((name) => `#/definitions/${name}`);
const annotations = [
  'title',
  'description',
  'markdownDescription',
  'examples',
  'default',
  'defaultSnippets',
  'holds',
];

const bare = (schema: Schema): Schema =>
  rewrite(schema, (inner) => {
    // A state's validator is chosen by its `Type`, the one constant there is.
    if (inner.const !== undefined || (inner.$ref !== undefined && walked.includes(inner.$ref))) return {};
    const kept = Object.entries(inner).filter(([key]) => !annotations.includes(key));
    const from = inner.$ref && { $ref: inner.$ref.slice(1) };
    return { ...Object.fromEntries(kept), ...from } as Schema;
  });

/** The schemas with every field's, and whatever else they have in common, taken out: one function instead of copies. */
function shared(schemas: Schemas): Schemas {
  const seen = new Set<string>();
  const common = new Set<string>();
  const collect = (schema: Schema, field: string | undefined) => {
    const json = JSON.stringify(schema);
    const again = seen.has(json) && json.length > 60;
    // Ajv embeds the whole schema around an `enum` or a list of types: alone, such a schema is small.
    if (again || field !== undefined || schema.enum !== undefined || Array.isArray(schema.type))
      common.add(json);
    seen.add(json);
    return schema;
  };
  for (const schema of Object.values(schemas)) rewrite(schema, collect);
  const apart = [...common].filter((json) => !/^\{("\$ref":"[^"]*")?\}$/.test(json));
  const ids = new Map(apart.map((json, index) => [json, `/shared/${index}`]));
  const refer = (schema: Schema) =>
    rewrite(schema, (inner) => {
      const id = inner === schema ? undefined : ids.get(JSON.stringify(inner));
      return id === undefined ? inner : { $ref: id, expected: inner.expected ?? '' };
    });
  const own = Object.fromEntries([...ids].map(([json, id]) => [id, refer(JSON.parse(json))]));
  return { ...own, ...map(schemas, refer) };
}

/**
 * ES module text: one function per state type, one for the top level and one for each kind of inner scope. Nothing is
 * imported at run time.
 */
export function validatorModule(): string {
  const scopes = { plan, branch, body, mocks, simulations, environments };
  const own = stateTypes.map((state) => [state.type, { $ref: '#/definitions/ownState', ...ofType(state) }]);
  const states: Schemas = { ...stateSchemas, ...Object.fromEntries(own) };
  const validators: Schemas = { ...scopes, ...states };
  const parts = { ...definitions, parameter, runner, ownState };
  const schemas = {
    ...Object.fromEntries(
      Object.entries(parts).map(([name, schema]) => [`/definitions/${name}`, bare(schema)]),
    ),
    ...map(validators, bare),
  };
  const ajv = validatorCompiler();
  for (const [$id, schema] of Object.entries(shared(schemas)))
    ajv.addSchema({ ...schema, $id } as SchemaObject);
  // Names of types such as `import` or `wait-for-url` cannot be those of exports.
  const exported = (id: string) => `of_${id.replace(/\W/g, '_')}`;
  const functions = standalone(
    ajv,
    Object.fromEntries(Object.keys(validators).map((id) => [exported(id), id])),
  );
  const record = (of: Schemas) =>
    `{${Object.keys(of).map((id) => `${JSON.stringify(id)}: ${exported(id)}`)}}`;
  const code = [
    functions.replaceAll('export const of_', 'const of_'),
    `export const scopes = ${record(scopes)};`,
    `export const states = ${record(states)};`,
    `export const fields = ${JSON.stringify(map(stateSchemas, ({ properties }) => Object.keys(properties ?? {})))};`,
  ];
  const options = { format: 'esm', target: 'node20', minify: true, treeShaking: true } as const;
  return `// Written by scripts/generate.ts\n${transformSync(code.join('\n'), options).code}`;
}

export const validatorTypes = `// Written by scripts/generate.ts
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: { readonly [name: string]: unknown };
}

export interface Validator {
  (value: unknown): boolean;
  /** Those of the last call. */
  readonly errors?: readonly SchemaError[] | null;
}

/**
 * For the top level of a plan and inner scopes, where what is inside \`States\` is left to the caller; for the documents
 * beside a plan.
 */
export declare const scopes: {
  readonly plan: Validator;
  readonly branch: Validator;
  readonly body: Validator;
  readonly mocks: Validator;
  readonly simulations: Validator;
  readonly environments: Validator;
};

/** For the state types; what is inside inner scopes is left to the caller. */
export declare const states: { readonly [type: string]: Validator };

/** The fields of each state type. */
export declare const fields: { readonly [type: string]: readonly string[] };
`;
