import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createStore } from '../../src/engines/local/store/index.js';
import { newFolder } from '../folder.js';
import { behavesAsOneInMemory } from './model.js';

const model = suite('a store in a folder, compared with one in memory');

model('does the same', () => behavesAsOneInMemory(() => createStore(join(newFolder(), 'store')), 100));

model('lists ten thousand objects in the order of their bytes', async () => {
  const folder = newFolder();
  const store = createStore(folder);
  await store.putIfAbsent('many/0.json', Buffer.from('{}'));
  const expected = Array.from({ length: 10_000 }, (_, index) => `many/${index}.json`);
  for (const path of expected.slice(1)) writeFileSync(join(folder, path), '{}');
  assert.equal(await store.list('many/'), expected.sort());
});

model('keeps keys readable in the folder', async () => {
  const folder = newFolder();
  await createStore(folder).putIfAbsent('environments/test/environment.json', Buffer.from('{}'));
  assert.ok(statSync(join(folder, 'environments/test/environment.json')).isFile());
});

model.run();
