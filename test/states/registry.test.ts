import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Schema } from '../../src/language/schema.js';
import { stateTypes } from '../../src/states/index.js';

const registry = suite('registry of state types');

registry('lists the folders, and nothing else', () => {
  const folder = fileURLToPath(new URL('../../src/states/', import.meta.url));
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  assert.equal(stateTypes.map(({ type }) => type).sort(), folders.map(({ name }) => name).sort());
});

for (const { type, schema } of stateTypes) {
  const { properties, additionalProperties, required = [] } = schema as Schema;
  const entries = Object.entries(properties as { readonly [name: string]: Schema });

  registry(`${type}: knows all properties it takes`, () => {
    assert.is(additionalProperties, false);
    for (const name of required) assert.ok(entries.some(([known]) => known === name));
  });

  for (const [name, property] of entries) {
    registry(`${type}.${name}: has a description, and an example unless it lists or is true or false`, () => {
      assert.match(String(property.description), /^.{10,}\.$/s);
      const obvious = property.enum !== undefined || property.expected === '`true` or `false`';
      assert.ok(obvious || (property.examples as readonly unknown[]).length > 0);
    });
  }
}

registry.run();
