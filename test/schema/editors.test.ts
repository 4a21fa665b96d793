import { Ajv, type SchemaObject } from 'ajv';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { planSchema } from '../../src/schema/published.js';
import { stateSchemas } from '../../src/schema/state.js';

const editors = suite('schema: what editors are told');

const schema = planSchema() as SchemaObject;
const id = String(schema.$id);
const ajv = new Ajv({ strict: false, schemas: [schema] });
const isValid = (pointer: string, value: unknown) => ajv.validate({ $ref: `${id}#${pointer}` }, value);

/** Every schema inside, with its JSON pointer. */
function* inside(value: unknown, pointer = ''): Generator<readonly [string, SchemaObject]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [pointer, value];
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'examples' || key === 'defaultSnippets') continue;
    yield* inside(inner, `${pointer}/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`);
  }
}

const all = [...inside(schema)];

editors('never `oneOf`; every `if` asks for an object with a `Type`', () => {
  assert.equal(
    all.filter(([, { oneOf }]) => Array.isArray(oneOf)),
    [],
  );
  const conditions = all.flatMap(([, part]) => (part.if ? [part.if] : []));
  assert.is(conditions.length, Object.keys(stateSchemas).length);
  for (const condition of conditions) {
    assert.is(condition.type, 'object');
    assert.equal(condition.required, ['Type']);
  }
});

editors('no keyword of ours is left', () => {
  const own = ['expected', 'exactlyOne', 'atMostOne'];
  assert.equal(
    all.filter(([, part]) => own.some((keyword) => keyword in part)),
    [],
  );
});

editors('every field has a title and a description, plain and in Markdown', () => {
  const fields = all.filter(([pointer]) => /^\/properties\/\w+$|State\/properties\/\w+$/.test(pointer));
  const silent = fields.filter(
    ([pointer, { title, description, markdownDescription }]) =>
      !pointer.endsWith('/Type') && !(title && description && markdownDescription),
  );
  assert.ok(fields.length > 150);
  assert.equal(silent, []);
  for (const [pointer, { description }] of fields) assert.not.match(String(description), '`', pointer);
});

editors('every pattern has words', () => {
  const bare = all.filter(
    ([pointer, { pattern, patternErrorMessage }]) =>
      typeof pattern === 'string' && !/anyOf/.test(pointer) && !patternErrorMessage,
  );
  assert.equal(bare, []);
});

editors('every example is valid', () => {
  const withExamples = all.filter(([, { examples }]) => Array.isArray(examples));
  assert.ok(withExamples.length > 100);
  for (const [pointer, { examples }] of withExamples) {
    for (const example of examples) {
      assert.ok(isValid(pointer, example), `${pointer}: ${JSON.stringify(example)} ${ajv.errorsText()}`);
    }
  }
});

editors('every type has a snippet, which is a valid state', () => {
  const { defaultSnippets, properties } = schema.definitions.state;
  assert.equal(
    defaultSnippets.map(({ label }: { label: string }) => label),
    properties.Type.enum,
  );
  for (const { label, body } of defaultSnippets) {
    const state = JSON.parse(JSON.stringify(body).replaceAll('\\\\$', '$'));
    assert.ok(isValid('/definitions/state', state), `${label}: ${ajv.errorsText()}`);
    assert.is(state.Type, label);
  }
});

editors.run();
