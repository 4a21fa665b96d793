import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type SchemaObject } from 'ajv';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { json } from '../../src/diagnostics/formats/json.js';
import { locate } from '../../src/diagnostics/locate.js';
import { readDistribution } from '../../src/distribution/read.js';
import { diagnosticsSchema, manifestSchema } from '../../src/schema/published.js';
import { packed } from '../distribution/project.js';
import { newFolder } from '../folder.js';
import { compileFolder, fixtures } from '../golden.js';

const outputs = suite('schema: what plancc writes');

const validator = (schema: object) =>
  new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema as SchemaObject);

outputs('the manifest of a distribution', async () => {
  const isManifest = validator(manifestSchema());
  const { file } = await packed(newFolder({ 'plan.yaml': '', 'templates/database.yaml': 'Resources: {}' }));
  const read = await readDistribution(file);
  assert.ok('manifest' in read);
  assert.ok(isManifest(read.manifest), JSON.stringify(isManifest.errors));
  assert.not(isManifest({ ...read.manifest, files: [{ path: 'a' }] }));
});

outputs('problems as JSON', () => {
  const areDiagnostics = validator(diagnosticsSchema());
  const folders = readdirSync(join(fixtures, 'errors'));
  for (const name of folders) {
    const { problems, documents } = compileFolder(join(fixtures, 'errors', name));
    const told = { problems: json(locate(problems, documents)) };
    assert.ok(areDiagnostics(told), `${name}: ${JSON.stringify(areDiagnostics.errors)}`);
  }
  assert.ok(folders.length > 0);
  assert.not(areDiagnostics({ problems: [{ code: 'E1' }] }));
});

outputs.run();
