import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { validatorModule } from '../../scripts/validators.js';

const generated = suite('schema: validators');

const file = join(import.meta.dirname, '../../src/generated/validators.js');

generated('import nothing, and stay small: they are loaded with every command', () => {
  const text = readFileSync(file, 'utf8');
  assert.not.match(text, /\brequire\(|\bimport\s*[({*"'\w]/);
  assert.ok(text.length < 150_000, `${text.length} characters`);
});

generated('are made the same way every time', () => {
  assert.is(validatorModule(), validatorModule());
});

generated.run();
