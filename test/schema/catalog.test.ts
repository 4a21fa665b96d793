import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type SchemaObject } from 'ajv';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { catalogSchema } from '../../src/schema/published.js';
import { stateSchemas } from '../../src/schema/state.js';
import { fixtures } from '../golden.js';
import { startLanguageServer } from './editor/language-server.js';
import { marked } from './editor/text.js';

const catalog = suite('schema: for the public catalogue');

const schema = catalogSchema() as SchemaObject;

/** What the catalogue's own tests let through. https://github.com/SchemaStore/schemastore/blob/master/cli.js */
const known = ['defaultSnippets', 'enumDescriptions', 'markdownDescription', 'x-intellij-enum-metadata'];
const isValid = new Ajv({ strict: true, allowUnionTypes: true, keywords: known }).compile(schema);

const folder = (kind: string) => join(fixtures, 'catalog/src', kind, 'plancc');
const plans = (kind: string) =>
  readdirSync(folder(kind)).map((file): [string, unknown] => [
    file,
    parse(readFileSync(join(folder(kind), file), 'utf8')),
  ]);

catalog('is draft-07 under the address it has there', () => {
  assert.is(schema.$schema, 'http://json-schema.org/draft-07/schema#');
  assert.is(schema.$id, 'https://json.schemastore.org/plancc.json');
});

for (const [file, plan] of plans('test'))
  catalog(`accepts ${file}`, () => assert.ok(isValid(plan), JSON.stringify(isValid.errors)));

for (const [file, plan] of plans('negative_test'))
  catalog(`refuses ${file}`, () => assert.not(isValid(plan)));

catalog('has plans of both kinds', () => {
  assert.ok(plans('test').length >= 4);
  assert.ok(plans('negative_test').length >= 10);
});

catalog('completes types and fields, and is silent on those of a later version', async () => {
  const editor = await startLanguageServer({}, 'fixtures/catalog');
  const modeline = '# yaml-language-server: $schema=../../schemas/plan.catalog.schema.json\n';
  const labels = async (written: string) => {
    const { text, position } = marked(modeline + written);
    return (await editor.complete(text, position)).map(({ label }) => label);
  };
  const later = readFileSync(join(folder('test'), 'of-a-later-version.yaml'), 'utf8');
  const types = await labels('States:\n  A:\n    Type: <|>\n');
  const inState = await labels('States:\n  A:\n    Type: Wait\n    <|>\n');
  const found = await editor.diagnose(modeline + later);
  editor.close();
  assert.equal([...types].sort(), Object.keys(stateSchemas).sort());
  assert.equal(inState.slice(0, 3), ['Example of Wait', 'Seconds', 'SecondsPath']);
  assert.not(inState.includes('Resource'));
  assert.equal(found, []);
});

catalog.run();
