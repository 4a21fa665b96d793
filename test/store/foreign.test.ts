import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createStore } from '../../src/engines/local/store/index.js';
import { createDocument, readDocument, updateDocument } from '../../src/environment/documents.js';
import { StoreError } from '../../src/ports/store-error.js';
import { newFolder, write } from '../folder.js';
import { isThere } from '../tools.js';

const foreign = suite('a store with what is not its own');

const body = Buffer.from('{}');
const said = async (use: () => Promise<unknown>): Promise<string> => {
  const thrown = await use().catch((error: unknown) => error);
  if (!(thrown instanceof StoreError)) throw new Error(`not a StoreError: ${thrown}`);
  return `${thrown.problem.code} ${thrown.message}`;
};

foreign('takes a file that another program put there as an object', async () => {
  const folder = newFolder({ 'a/b.txt': 'text', '.DS_Store': '' });
  const store = createStore(folder);
  assert.equal(await store.list(''), ['.DS_Store', 'a/b.txt']);
  assert.is(String((await store.get('a/b.txt'))!.body), 'text');
});

foreign('sees nothing in links, pipes, folders and names that are no keys', async () => {
  const folder = newFolder({ 'a/b.txt': 'text', 'a/~x': '', '~tmp/x': '', 'c\\d': '', 'ab~1/c': '' });
  symlinkSync('b.txt', join(folder, 'a/link'));
  symlinkSync('/', join(folder, 'root'));
  symlinkSync('nowhere', join(folder, 'broken'));
  const hasPipe = isThere('mkfifo');
  if (hasPipe) spawnSync('mkfifo', [join(folder, 'pipe')]);
  write(folder, 'ä'.normalize('NFD'), '');
  const store = createStore(folder);
  assert.equal(await store.list(''), ['a/b.txt', 'ä'.normalize('NFD')]);
  for (const key of ['a/link', 'root', 'broken', 'a', 'a/b.txt/c', ...(hasPipe ? ['pipe'] : [])]) {
    assert.is(await store.get(key), undefined, key);
    assert.is(await store.download(key, join(newFolder(), 'copy')), false, key);
    assert.is(await store.putIfMatch(key, body, 'none'), false, key);
    await store.delete(key);
  }
  const { length } = readdirSync(join(folder, 'a'));
  assert.is(length, 3, 'nothing of it was removed');
});

foreign('says what is in the way of an object', async () => {
  const folder = newFolder({ 'a/b.json': '{}' });
  symlinkSync('nowhere', join(folder, 'link'));
  const store = createStore(folder);
  const [a, link, below] = ['a', 'link', 'a/b.json'].map((path) => join(folder, path));
  for (const put of [() => store.putIfAbsent('a', body), () => updateDocument(store, 'a', () => ({}))]) {
    assert.is(await said(put), `PLAN7001 \`${a}\` cannot be read or written: it is not a regular file`);
  }
  assert.is(
    await said(() => store.putIfAbsent('link', body)),
    `PLAN7001 \`${link}\` cannot be read or written: it is not a regular file`,
  );
  assert.match(await said(() => store.putIfAbsent('a/b.json/c', body)), `PLAN7001 \`${below}`);
});

foreign('can have an object where a folder was', async () => {
  const folder = newFolder();
  const store = createStore(folder);
  await store.putIfAbsent('a/b/c', body);
  await store.delete('a/b/c');
  assert.is(await store.putIfAbsent('a', body), true);
  await store.delete('a');
  mkdirSync(join(folder, 'a'));
  assert.is(await store.putIfAbsent('a', body), true);
});

foreign('refuses keys that lead elsewhere', async () => {
  const store = createStore(newFolder());
  for (const key of ['', '/a', '../a', 'a/../b', 'a//b', 'a/', './a', 'a\0b', 'a\nb', 'a\\b', '\ud800']) {
    for (const use of [() => store.get(key), () => store.putIfAbsent(key, body), () => store.delete(key)]) {
      assert.match(await said(use), /^PLAN7003 .* cannot be a name in the store$/s);
    }
  }
  assert.match(await said(() => store.get('a'.repeat(1025))), 'is longer than 1,024 bytes');
});

foreign('tells of a document that was cut short, and leaves it as it is', async () => {
  const folder = newFolder();
  const store = createStore(folder);
  await createDocument(store, 'a/b.json', { name: 'webshop' });
  truncateSync(join(folder, 'a/b.json'), 10);
  const message = 'PLAN7002 `a/b.json` in the store is not valid: it is not JSON';
  assert.is(await said(() => readDocument(store, 'a/b.json')), message);
  assert.is(await said(() => updateDocument(store, 'a/b.json', () => ({}))), message);
  assert.is((await store.get('a/b.json'))!.body.length, 10);
  assert.equal(await store.list(''), ['a/b.json']);
});

foreign('says when its folder is none, or is not there', async () => {
  const folder = newFolder({ file: '' });
  const none = createStore(join(folder, 'none'));
  assert.equal([await none.list(''), await none.get('a')], [[], undefined]);
  assert.equal(readdirSync(folder), ['file'], 'reading makes no folder');
  const file = createStore(join(folder, 'file'));
  assert.equal([await file.list(''), await file.get('a')], [[], undefined]);
  assert.match(await said(() => file.putIfAbsent('a', body)), 'a part of its path is not a folder');
});

foreign.run();
