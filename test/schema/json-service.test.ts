import { Ajv, type SchemaObject } from 'ajv';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { CompletionItem } from 'vscode-json-languageservice';
import { planSchema } from '../../src/schema/published.js';
import { stateSchemas } from '../../src/schema/state.js';
import { getLanguageService, TextDocument } from './editor/json-service.js';
import { editorKeywords } from './editor/keywords.js';
import { inserted, marked } from './editor/text.js';

const json = suite("schema: VS Code's JSON service, and draft-07");

const schema = planSchema();
const service = getLanguageService({
  clientCapabilities: {
    textDocument: { completion: { completionItem: { documentationFormat: ['markdown'] } } },
  },
});
service.configure({ schemas: [{ uri: 'plan', fileMatch: ['*.json'], schema: planSchema() as object }] });

const open = (written: string) => {
  const at = marked(written);
  const document = TextDocument.create('file:///plan.json', 'json', 1, at.text);
  return { at, document, parsed: service.parseJSONDocument(document) };
};
const complete = async (written: string): Promise<readonly CompletionItem[]> => {
  const { at, document, parsed } = open(written);
  return (await service.doComplete(document, at.position, parsed))!.items;
};
const diagnose = async (written: string) => {
  const document = TextDocument.create('file:///plan.json', 'json', 1, written);
  const found = await service.doValidation(document, service.parseJSONDocument(document));
  return found.map(({ message }) => String(message));
};
const state = (fields: string) => `{ "Name": "webshop", "States": { "A": { ${fields} } } }`;
const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label);

const types = Object.keys(stateSchemas);

json('all types are offered, each with its documentation', async () => {
  const items = await complete(state('"Type": <|>'));
  const offered = items.filter(({ label }) => types.includes(label.replaceAll('"', '')));
  assert.is(new Set(labels(offered)).size, types.length);
  for (const { documentation } of offered) assert.ok(documentation);
});

json('inside a state only what fits its type', async () => {
  for (const type of types) {
    const expected = Object.keys(stateSchemas[type]!.properties!).filter((field) => field !== 'Type');
    const offered = labels(await complete(state(`"Type": "${type}", <|>`)));
    assert.equal([...offered].sort(), [...expected].sort(), type);
  }
});

json('fields are inserted with tab stops, numbers without quotes', async () => {
  const at = open(state('"Type": "Wait", <|>')).at;
  const items = await complete(state('"Type": "Wait", <|>'));
  const seconds = items.find(({ label }) => label === 'Seconds')!;
  assert.match(seconds.textEdit!.newText, '"Seconds": ${1:30}');
  const text = inserted(at, seconds as never);
  assert.is(JSON.parse(text).States.A.Seconds, 30);
});

json('a hover shows text, example and link', async () => {
  const { at, document, parsed } = open(
    state('"Type": "cfn", "Properties": { "Stack<|>Name": "a", "Template": "t" }'),
  );
  const hover = await service.doHover(document, at.position, parsed);
  const text = JSON.stringify(hover!.contents);
  assert.match(text, 'The name of the stack.');
  assert.match(text, '```yaml');
  assert.match(text, '[More](https://');
});

json('one mistake is one problem', async () => {
  const properties = '"Properties": { "StackName": "a", "Template": "t" }';
  assert.equal(await diagnose(state(`"Type": "cfn", ${properties}`)), []);
  const [wrongType, ...more] = await diagnose(state(`"Type": "cnf", ${properties}`));
  assert.equal(more, []);
  for (const type of types) assert.match(wrongType!, `"${type}"`);
  const misspelt = state('"Type": "cfn", "Properties": { "StackName": "a", "Templat": "t" }');
  assert.equal(await diagnose(misspelt), ['Property Templat is not allowed.']);
  assert.is((await diagnose(state('"Type": "Wait", "Seconds": "soon"'))).length, 1);
});

json('the schema is draft-07, by its meta-schema and in strict mode', () => {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, keywords: [...editorKeywords] });
  assert.ok(ajv.validateSchema(schema as SchemaObject), ajv.errorsText());
  assert.is((schema as SchemaObject).$schema, 'http://json-schema.org/draft-07/schema#');
  ajv.compile(schema as SchemaObject);
});

json('what IntelliJ shows: every type has its text', () => {
  const [anyType] = (schema as SchemaObject).definitions.state.allOf.slice(-1);
  const { enum: words, 'x-intellij-enum-metadata': metadata } = anyType.properties.Type;
  assert.equal(Object.keys(metadata), words);
  for (const { description } of Object.values(metadata) as { description: string }[])
    assert.match(description, /^[A-Z][^`]*\.$/);
});

json.run();
