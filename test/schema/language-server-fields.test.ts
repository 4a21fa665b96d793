import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { stringify } from 'yaml';
import type { Schema } from '../../src/language/schema.js';
import { exampleState } from '../../src/schema/examples.js';
import { stateSchemas } from '../../src/schema/state.js';
import { type Editor, startLanguageServer } from './editor/language-server.js';
import { around } from './editor/scopes.js';

const fields = suite('schema: YAML language server, every field');

let editor: Editor;
fields.before(async () => {
  editor = await startLanguageServer({}, 'fixtures/schema-editor');
});
fields.after(() => editor.close());

const plan = around[0]!.plan;

interface Field {
  readonly type: string;
  readonly name: string;
  readonly schema: Schema;
  /** A state that is right and has this field, by itself. */
  readonly state: { readonly [key: string]: unknown };
}

type Fields = { readonly [name: string]: Schema };

const fieldsOf = (type: string): readonly Field[] => {
  const schema = stateSchemas[type]!;
  const base = exampleState(type, schema);
  const { Type, Properties, ...outside } = schema.properties as Fields;
  const settings = Object.entries((Properties?.properties ?? {}) as Fields);
  return [
    ...Object.entries(outside).flatMap(([name, schema]) =>
      schema.examples === undefined
        ? []
        : [{ type, name, schema, state: { ...base, [name]: schema.examples[0] } }],
    ),
    ...settings.flatMap(([name, schema]) => {
      if (schema.examples === undefined) return [];
      const Properties = { ...(base.Properties as object), [name]: schema.examples[0] };
      return [{ type, name, schema, state: { ...base, Properties } }];
    }),
  ];
};

const all = Object.keys(stateSchemas).flatMap(fieldsOf);
const written = (state: object) => plan(stringify({ A: state }, { lineWidth: 0 }).trimEnd());

/** Where the name of a field stands: outside `Properties`, or in them. */
function positionOf(text: string, name: string) {
  const lines = text.split('\n');
  const line = lines.findIndex(
    (line) => line.startsWith(`    ${name}:`) || line.startsWith(`      ${name}:`),
  );
  assert.not.equal(line, -1, text);
  return { line, character: lines[line]!.indexOf(name) + 1 };
}

fields(`a hover shows text, example and link: ${all.length} fields`, async () => {
  assert.ok(all.length > 150);
  for (const { type, name, schema, state } of all) {
    const text = written(state);
    const shown = await editor.hover(text, positionOf(text, name));
    assert.match(shown, new RegExp(`^#### ${name}\n`), `${type}.${name}: ${shown}`);
    assert.ok(shown.includes(String(schema.description)), `${type}.${name}: ${shown}`);
    assert.match(shown, '```yaml\n', `${type}.${name}`);
    assert.match(shown, /\n\[More\]\(https:\/\/\S+\)\n/, `${type}.${name}`);
    assert.not.match(shown, '||', `${type}.${name}`);
  }
});

/** The same with the name of one field misspelt, wherever it stands. */
const misspell = (name: string, value: unknown): unknown =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(
        Object.entries(value).map(([key, inner]) =>
          key === name ? [`${key}e`, inner] : [key, key === 'Properties' ? misspell(name, inner) : inner],
        ),
      );

fields(`a misspelt name is one problem: ${all.length} fields`, async () => {
  const found = await Promise.all(
    all.map(({ name, state }) => editor.diagnose(written(misspell(name, state) as object))),
  );
  for (const [index, problems] of found.entries()) {
    const { type, name } = all[index]!;
    const messages = problems.map(({ message }) => message);
    assert.equal(messages, [`Property ${name}e is not allowed.`], `${type}.${name}`);
  }
});

fields.run();
