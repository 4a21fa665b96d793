import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import * as assert from 'uvu/assert';
import type { ObjectStore } from '../../src/ports/object-store.js';
import { newFolder } from '../folder.js';
import { memoryStore } from './memory-store.js';

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

/** Tags are each store's own. */
const bodyOf = (at: string) => async (store: ObjectStore) => (await store.get(at))?.body;

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
      const [right, wrong] = [(await store.get(at))?.tag, (await store.get(other))?.tag ?? '"none"'];
      const first = await store.putIfMatch(at, bytes, wrong);
      return right === undefined ? first : [first, await store.putIfMatch(at, bytes, right)];
    }),
  ),
  key.map((at) => same((store) => store.delete(at))),
  key.map((at) => same(bodyOf(at))),
  key.map((at) => same((store) => store.has(at))),
  key.map((at) =>
    same(async (store) => {
      const file = join(newFolder(), 'copy');
      return (await store.download(at, file)) ? readFileSync(file) : existsSync(file);
    }),
  ),
  fc.constantFrom(...prefixes).map((prefix) => same((store) => store.list(prefix))),
  fc.constantFrom(...folders).map((prefix) => same((store) => store.folders(prefix))),
);

/** Compares stores, each of them empty, with one in memory. */
export const behavesAsOneInMemory = (newStore: () => ObjectStore | Promise<ObjectStore>, runs: number) =>
  fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 30 }), async (list) => {
      const [real, simple] = [await newStore(), memoryStore()];
      for (const step of list) await step(real, simple);
      await same((store) => store.list(''))(real, simple);
      for (const at of await simple.list('')) await same(bodyOf(at))(real, simple);
    }),
    { numRuns: runs },
  );
