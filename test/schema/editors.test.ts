import { Ajv, type SchemaObject } from 'ajv';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { planSchema } from '../../src/schema/published.js';
import { stateSchemas } from '../../src/schema/state.js';
import { withoutStops } from './editor/text.js';

const editors = suite('schema: what editors are told');

const schema = planSchema() as SchemaObject;
const id = String(schema.$id);
const ajv = new Ajv({ strict: false, schemas: [schema] });
const isValid = (pointer: string, value: unknown) => ajv.validate({ $ref: `${id}#${pointer}` }, value);

/** Every schema inside, with its JSON pointer. */
function* inside(value: unknown, pointer = ''): Generator<readonly [string, SchemaObject]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [pointer, value];
  for (const [key, inner] of Object.entries(value as { [key: string]: object })) {
    if (key === 'defaultSnippets' || key === 'x-intellij-enum-metadata') continue;
    // Words beside a reference, which stand there twice.
    if (pointer.endsWith('/allOf') && 'markdownDescription' in inner) continue;
    yield* inside(inner, `${pointer}/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`);
  }
}

const all = [...inside(schema)];

editors('never `oneOf`; every `if` of a type asks for an object with a `Type`', () => {
  assert.equal(
    all.filter(([, { oneOf }]) => Array.isArray(oneOf)),
    [],
  );
  const conditions = all.flatMap(([pointer, { if: condition }]) =>
    condition && pointer.startsWith('/definitions/state/') ? [condition] : [],
  );
  assert.is(conditions.length, Object.keys(stateSchemas).length + 1);
  for (const condition of conditions) {
    assert.is(condition.type, 'object');
    assert.equal(condition.required, ['Type']);
  }
});

editors('no keyword of ours is left', () => {
  const own = ['expected', 'exactlyOne', 'atMostOne', 'examples'];
  assert.equal(
    all.filter(([, part]) => own.some((keyword) => keyword in part && !Array.isArray(part.enum))),
    [],
  );
});

editors('every field has a title, a text and a link, plain and in Markdown', () => {
  const fields = all.filter(([pointer]) =>
    /^\/properties\/\w+$|\/definitions\/\w+\/properties\/\w+$/.test(pointer),
  );
  assert.ok(fields.length > 250);
  for (const [pointer, { title, description, markdownDescription }] of fields) {
    assert.type(title, 'string', pointer);
    assert.match(String(description), /^[^`]+\.\nhttps:\/\/\S+$/, pointer);
    assert.match(String(markdownDescription), /\n\n\[More\]\(https:\/\/\S+\)$/, pointer);
  }
});

editors('every pattern has words', () => {
  const bare = all.filter(
    ([pointer, { pattern, patternErrorMessage }]) =>
      typeof pattern === 'string' && !/anyOf/.test(pointer) && !patternErrorMessage,
  );
  assert.equal(bare, []);
});

editors('every example is valid', () => {
  const shown = all.flatMap(([pointer, { markdownDescription = '' }]) => {
    const [, example] = /```yaml\n([\s\S]*?)```/.exec(markdownDescription) ?? [];
    return example === undefined ? [] : [[pointer, parse(example)] as const];
  });
  assert.ok(shown.length > 200);
  for (const [pointer, example] of shown) {
    const field = decodeURIComponent(pointer.slice(pointer.lastIndexOf('/') + 1));
    const value = pointer.endsWith('State/properties/Type')
      ? (Object.values(example)[0] as { Type: string }).Type
      : pointer.includes('/properties/')
        ? example[field]
        : example;
    assert.ok(isValid(pointer, value), `${pointer}: ${JSON.stringify(value)} ${ajv.errorsText()}`);
  }
});

/** What the body of a snippet stands for: a text that begins with `^` is written without quotes. */
function written(body: unknown): unknown {
  if (typeof body === 'string') {
    const text = withoutStops(body);
    return body.startsWith('^') ? JSON.parse(text.slice(1)) : text;
  }
  if (typeof body !== 'object' || body === null) return body;
  if (Array.isArray(body)) return body.map(written);
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [withoutStops(key), written(value)]));
}

editors('every snippet is valid where it is offered', () => {
  const snippets = [...inside(schema)].flatMap(([pointer, { defaultSnippets = [] }]) =>
    defaultSnippets.map(({ body }: { body: unknown }) => [pointer, written(body)] as const),
  );
  assert.ok(snippets.length > 250);
  for (const [pointer, value] of snippets) {
    const type = /^\/definitions\/(\w+)State$/.exec(pointer)?.[1];
    const whole = type === undefined ? value : { Type: type, ...(value as object) };
    assert.ok(isValid(pointer, whole), `${pointer}: ${JSON.stringify(whole)} ${ajv.errorsText()}`);
  }
});

editors('every type has a snippet for a state with and without its name, and with its type', () => {
  const types = Object.keys(stateSchemas);
  const { states, state } = schema.definitions;
  const bodies = state.allOf[0].else.defaultSnippets as readonly { label: string; body: object }[];
  assert.equal(
    bodies.map(({ label }) => label),
    types,
  );
  assert.equal(
    states.defaultSnippets.map(({ label }: { label: string }) => label),
    types.map((type) => `New state: ${type}`),
  );
  for (const { label, body } of bodies) {
    assert.ok(isValid('/definitions/state', written(body)), ajv.errorsText());
    assert.is((written(body) as { Type: string }).Type, label);
  }
});

editors.run();
