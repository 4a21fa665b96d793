import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createStore } from '../../src/engines/local/store/index.js';
import type { ObjectStore } from '../../src/ports/object-store.js';
import { newFolder } from '../folder.js';
import { memoryStore } from './memory-store.js';

const model = suite('a store in a folder, compared with one in memory');

/** Keys that are hard for a file system; none is the folder of another. */
const keys = [
  'blobs/sha256/0a',
  'a/b.json',
  'a/c/d',
  'a-b',
  'a/~tmp',
  '~tmp',
  '~1/x',
  'x~1/y',
  'a/.hidden',
  'ä/\u{1f600}',
  'ä/\uffee',
  `long/${'x'.repeat(241)}/y`,
  `long/${'\u{1f600}'.repeat(200)}`,
  `long/${'~'.repeat(300)}`,
  '%2e%2e/con',
] as const;
const prefixes = ['', 'a', 'a/', 'a/c/', 'ä/', 'long/x', '~', 'none/', '..', '/', 'a//', ...keys];

const folders = ['', 'a/', 'a/c/', 'ä/', 'long/', '~1/', 'none/', '../', '/', 'a//', 'a/b.json/'];

type Step = (real: ObjectStore, simple: ObjectStore) => Promise<void>;

const same =
  (act: (store: ObjectStore) => Promise<unknown>): Step =>
  async (real, simple) =>
    assert.equal(await act(real), await act(simple));

const key = fc.constantFrom(...keys);
const body = fc.constantFrom('', 'a', 'b', 'c'.repeat(70_000)).map((text) => Buffer.from(text));
const steps = fc.oneof(
  fc.tuple(key, body).map(([at, bytes]) => same((store) => store.putIfAbsent(at, bytes))),
  fc.tuple(key, body).map(([at, bytes]) =>
    same((store) => {
      const file = join(newFolder(), 'body');
      writeFileSync(file, bytes);
      return store.putIfAbsent(at, { file });
    }),
  ),
  fc.tuple(key, key, body).map(([at, other, bytes]) =>
    same(async (store) => {
      const [right, wrong] = [(await store.get(at))?.tag, (await store.get(other))?.tag ?? 'none'];
      const first = await store.putIfMatch(at, bytes, wrong);
      return right === undefined ? first : [first, await store.putIfMatch(at, bytes, right)];
    }),
  ),
  key.map((at) => same((store) => store.delete(at))),
  key.map((at) => same((store) => store.get(at))),
  key.map((at) => same((store) => store.download(at, join(newFolder(), 'copy')))),
  fc.constantFrom(...prefixes).map((prefix) => same((store) => store.list(prefix))),
  fc.constantFrom(...folders).map((prefix) => same((store) => store.folders(prefix))),
);

model('does the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 30 }), async (list) => {
      const [real, simple] = [createStore(join(newFolder(), 'store')), memoryStore()];
      for (const step of list) await step(real, simple);
      await same((store) => store.list(''))(real, simple);
      for (const at of await simple.list('')) await same((store) => store.get(at))(real, simple);
    }),
    { numRuns: 100 },
  );
});

model('lists ten thousand objects quickly, in the order of their bytes', async () => {
  const folder = newFolder();
  const store = createStore(folder);
  await store.putIfAbsent('many/0.json', Buffer.from('{}'));
  const expected = Array.from({ length: 10_000 }, (_, index) => `many/${index}.json`);
  for (const path of expected.slice(1)) writeFileSync(join(folder, path), '{}');
  await store.list('many/');
  const started = performance.now();
  const listed = await store.list('many/');
  const taken = performance.now() - started;
  assert.equal(listed, expected.sort());
  assert.ok(taken < 100, `${taken} ms`);
});

model('keeps keys readable in the folder', async () => {
  const folder = newFolder();
  await createStore(folder).putIfAbsent('environments/test/environment.json', Buffer.from('{}'));
  assert.ok(statSync(join(folder, 'environments/test/environment.json')).isFile());
});

model.run();
