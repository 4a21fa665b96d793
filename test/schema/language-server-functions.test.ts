import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { stringify } from 'yaml';
import type { Schema } from '../../src/language/schema.js';
import { intrinsic } from '../../src/language/values.js';
import { exampleState, requiredFields } from '../../src/schema/examples.js';
import { runner } from '../../src/schema/runner.js';
import { stateSchemas } from '../../src/schema/state.js';
import { blocksOf } from '../documents/blocks.js';
import { fixtures } from '../golden.js';
import { type Editor, startLanguageServer } from './editor/language-server.js';
import { around } from './editor/scopes.js';

const functions = suite('schema: YAML language server, functions of CloudFormation');

const guide = readFileSync(join(fixtures, '../docs/editors.md'), 'utf8');
const settings = JSON.parse(blocksOf(guide).find(({ title }) => title === '.vscode/settings.json')!.text);

let editor: Editor;
functions.before(async () => {
  const yaml = { customTags: settings['yaml.customTags'] };
  editor = await startLanguageServer({ yaml }, 'fixtures/schema-editor');
});
functions.after(() => editor.close());

const tags = ['!Ref Topic', '!GetAtt Role.Arn', '!GetAtt [Role, Arn]', `!Sub "\${Topic}"`, '!Sub ["a", {}]'];

type Value = { readonly [key: string]: unknown };
const isSchema = (schema: unknown): schema is Schema => typeof schema === 'object' && schema !== null;

/** What an object must have beside one of its fields. */
const fieldsBeside = (schema: Schema, name: string): object => {
  const asked = Object.entries(schema.dependencies ?? {}).find(([field]) => field === name)?.[1] as string[];
  return asked === undefined
    ? requiredFields(schema)
    : Object.fromEntries(asked.map((field) => [field, 'text']));
};

/** Values of a field in which `@` stands wherever a function may: itself, an item, an entry, in fields of its own. */
function* places(schema: unknown): Generator<unknown> {
  if (!isSchema(schema)) return;
  const { anyOf = [], items, additionalProperties, properties = {} } = schema;
  if (schema === intrinsic) yield '@';
  for (const inner of anyOf) yield* places(inner);
  for (const place of places(items)) yield [place];
  for (const place of places(additionalProperties)) yield { Key: place };
  for (const [name, inner] of Object.entries(properties))
    for (const place of places(inner)) yield { ...fieldsBeside(schema, name), [name]: place };
}

/** States of each type, right but for the `@` in them. */
const states = Object.entries(stateSchemas).flatMap(([type, schema]): readonly Value[] => {
  const base = exampleState(type, schema) as Value;
  const { Type, Properties, ...outside } = schema.properties as { readonly [name: string]: Schema };
  const settings = Object.entries(Properties?.properties ?? {});
  return [
    ...Object.entries(outside).flatMap(([name, inner]) =>
      [...places(inner)].map((place) => ({ ...base, [name]: place })),
    ),
    ...settings.flatMap(([name, inner]) =>
      [...places(inner)].map((place) => ({
        ...base,
        Properties: { ...(base.Properties as Value), [name]: place },
      })),
    ),
  ];
});

const rules = [{ Variable: '@', StringEquals: '@' }, { Condition: '@' }].map((When) => ({
  Type: 'Pass',
  When,
}));
const plans = [
  ...[...states, ...rules].map((state) =>
    around[0]!.plan(stringify({ A: state }, { lineWidth: 0 }).trimEnd()),
  ),
  ...[...places(runner)].map(
    (one) => `${around[0]!.plan('A: { Type: Pass }')}${stringify({ Runners: { a: one } })}`,
  ),
];

functions(`may be written as tags wherever they may stand: ${plans.length} places`, async () => {
  assert.ok(plans.length > 80);
  const texts = plans.flatMap((plan) => tags.map((tag) => plan.replaceAll('"@"', tag)));
  const found = await Promise.all(texts.map((text) => editor.diagnose(text)));
  const marked = texts.flatMap((text, index) => found[index]!.map(({ message }) => `${message}\n${text}`));
  assert.equal(marked, []);
});

functions.run();
