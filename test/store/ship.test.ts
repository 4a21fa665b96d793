import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { blobKey, manifestKey } from '../../src/environment/keys.js';
import { repair, ship } from '../../src/environment/ship.js';
import { listVersions, readPart, readVersion } from '../../src/environment/versions.js';
import { header, packed, told } from '../distribution/project.js';
import { newFolder } from '../folder.js';
import { memoryStore } from './memory-store.js';
import { faultsIn } from './whole.js';

const shipping = suite('shipping');

const files = { 'a.txt': 'a', 'b/a.txt': 'a', 'c.sh': '#!/bin/sh\n', 'large.bin': randomBytes(5 << 20) };

shipping('puts each different file once, and the manifest last', async () => {
  const { file, id } = await packed(newFolder(files));
  const objects = new Map<string, Buffer>();
  const shipped = await ship(file, memoryStore(objects));
  // The four parts of a plan are two different ones here.
  const bytes = 15 + 2 + 1 + 10 + (5 << 20);
  const expected = { name: 'webshop', version: '1.4.0', id, blobs: 5, isNew: true, sent: 5, bytes };
  assert.equal(shipped, expected);
  assert.is([...objects.keys()].at(-1), manifestKey('webshop', '1.4.0'));
  assert.is((await readVersion(memoryStore(objects), 'webshop', '1.4.0'))?.id, id);
  assert.equal(await faultsIn(memoryStore(objects)), []);
});

shipping('does nothing for a version that is there', async () => {
  const { file, id } = await packed(newFolder(files));
  const store = memoryStore();
  await ship(file, store);
  const read: string[] = [];
  const watched = {
    ...store,
    get: (key: string) => {
      read.push(key);
      return store.get(key);
    },
    list: () => assert.unreachable() as never,
    putIfAbsent: () => assert.unreachable() as never,
  };
  const expected = { name: 'webshop', version: '1.4.0', id, blobs: 5, isNew: false, sent: 0, bytes: 0 };
  assert.equal(await ship(file, watched), expected);
  assert.equal(read, [manifestKey('webshop', '1.4.0')]);
});

shipping('sends what a new version changes', async () => {
  const store = memoryStore();
  await ship((await packed(newFolder(files))).file, store);
  const root = newFolder({ ...files, 'a.txt': 'changed' });
  const { file } = await packed(root, { header: { ...header, version: '1.10.0' } });
  const { sent, bytes } = (await ship(file, store)) as { sent: number; bytes: number };
  assert.equal([sent, bytes], [1, 7]);
  assert.equal(await listVersions(store, 'webshop'), ['1.4.0', '1.10.0']);
});

shipping('refuses another distribution of the same version', async () => {
  const store = memoryStore();
  const { file, id } = await packed(newFolder(files));
  await ship(file, store);
  const other = await packed(newFolder({ 'a.txt': 'b' }));
  assert.equal(told(await ship(other.file, store)), [
    `PLAN7004 webshop 1.4.0 is in the store already, with the id ${id}`,
  ]);
});

shipping('lets one of two distributions of the same version win', async () => {
  const store = memoryStore();
  const zips = await Promise.all(['a', 'b'].map((text) => packed(newFolder({ 'a.txt': text }))));
  const results = await Promise.all([...zips, ...zips].map(({ file }) => ship(file, store)));
  const there = (await readVersion(store, 'webshop', '1.4.0'))!.id;
  for (const [index, result] of results.entries()) {
    const { id } = zips[index % 2]!;
    if ('problems' in result) assert.is(result.problems[0]!.code, 'PLAN7004');
    else assert.is(result.id, id);
    assert.is('problems' in result, id !== there);
  }
  assert.is(results.filter((result) => 'isNew' in result && result.isNew).length, 1);
});

shipping('puts nothing of a file that is not as its digest says', async () => {
  const { file } = await packed(newFolder({ 'a.txt': 'zzzz' }));
  const bytes = readFileSync(file);
  bytes.write('b', bytes.indexOf('zzzz'));
  writeFileSync(file, bytes);
  const store = memoryStore();
  assert.equal(told(await ship(file, store)), ['PLAN6116 the data of `files/a.txt` are damaged']);
  assert.equal(await listVersions(store, 'webshop'), []);
  assert.equal(await faultsIn(store), []);
});

shipping('again repairs what is damaged or missing', async () => {
  const { file } = await packed(newFolder(files));
  const objects = new Map<string, Buffer>();
  const store = memoryStore(objects);
  await ship(file, store);
  const { manifest } = (await readVersion(store, 'webshop', '1.4.0'))!;
  const [small, large] = ['files/c.sh', 'files/large.bin'].map(
    (path) => manifest.files.find((one) => one.path === path)!,
  );
  objects.set(blobKey(large!.sha256), Buffer.from('cut'));
  objects.delete(blobKey(small!.sha256));
  const fault = await readPart(store, manifest, 'files/c.sh').catch((error: Error) => error.message);
  assert.is(fault, '`files/c.sh` of webshop 1.4.0 is missing in the store');
  const other = await readPart(store, manifest, 'files/large.bin').catch((error: Error) => error.message);
  assert.is(other, '`files/large.bin` of webshop 1.4.0 is damaged in the store');
  const { sent } = (await repair(file, store)) as { sent: number };
  assert.is(sent, 2);
  assert.equal(await faultsIn(store), []);
  assert.is(String(await readPart(store, manifest, 'files/c.sh')), files['c.sh']);
});

shipping('again repairs a manifest that is cut short', async () => {
  const { file, id } = await packed(newFolder(files));
  const objects = new Map<string, Buffer>();
  const store = memoryStore(objects);
  await ship(file, store);
  const key = manifestKey('webshop', '1.4.0');
  objects.set(key, objects.get(key)!.subarray(0, 100));
  const message = await ship(file, store).catch((error: Error) => error.message);
  assert.is(message, `\`${key}\` in the store is not valid: it is not JSON`);
  await repair(file, store);
  assert.is((await readVersion(store, 'webshop', '1.4.0'))?.id, id);
});

shipping.run();
