import { randomBytes } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { canonical } from '../../src/distribution/canonical.js';
import { createStore } from '../../src/engines/local/store/index.js';
import { copyVersion } from '../../src/environment/copy-version.js';
import { blobKey, manifestKey } from '../../src/environment/keys.js';
import { ship } from '../../src/environment/ship.js';
import { unpack } from '../../src/environment/unpack.js';
import { listVersions, readPart, readVersion } from '../../src/environment/versions.js';
import type { ObjectStore } from '../../src/ports/object-store.js';
import { StoreError } from '../../src/ports/store-error.js';
import type { Json } from '../../src/source/document.js';
import { packed } from '../distribution/project.js';
import { newFolder } from '../folder.js';
import { memoryStore } from './memory-store.js';
import { faultsIn } from './whole.js';

const versions = suite('versions in a store');

const large = randomBytes(5 << 20);
const files = { 'a.txt': 'text', 'b/c.sh': '#!/bin/sh\n', 'b/ä b': '', large };

async function shippedTo(store: ObjectStore) {
  const root = newFolder(files);
  chmodSync(join(root, 'b/c.sh'), 0o755);
  await ship((await packed(root)).file, store);
  return (await readVersion(store, 'webshop', '1.4.0'))!;
}

versions('are listed in the order of semver', async () => {
  const store = memoryStore();
  for (const version of ['1.10.0', '1.9.0', '2.0.0-rc.1', '2.0.0', '1.9.0+build.7', '1.9.0-x']) {
    await store.putIfAbsent(manifestKey('webshop', version), Buffer.from('{}'));
  }
  for (const key of ['webshop/notes.txt', 'webshop/latest/manifest.json', 'webshop2/3.0.0/manifest.json']) {
    await store.putIfAbsent(`distributions/${key}`, Buffer.from(''));
  }
  assert.equal(await listVersions(store, 'webshop'), [
    '1.9.0-x',
    '1.9.0',
    '1.9.0+build.7',
    '1.10.0',
    '2.0.0-rc.1',
    '2.0.0',
  ]);
  assert.equal(await listVersions(store, 'none'), []);
});

versions('that are not there, or not what their key says', async () => {
  const store = memoryStore();
  const { manifest } = await shippedTo(store);
  const said = async (version: string, changed: object): Promise<string> => {
    const body = Buffer.from(canonical({ ...manifest, ...changed } as unknown as Json));
    await store.putIfAbsent(manifestKey('webshop', version), body);
    const read = readVersion(store, 'webshop', version);
    return String(await read.catch((error: Error) => error.message.replace(/^.* is not valid: /, '')));
  };
  assert.is(await readVersion(store, 'webshop', '9.9.9'), undefined);
  assert.is(await said('1.5.0', {}), 'it is the manifest of webshop 1.4.0');
  assert.is(await said('1.6.0', { format: 2 }), 'it has format 2; this plancc reads format 1');
  const outside = [{ ...manifest.files[0], path: 'files/../../x' }];
  assert.is(await said('1.7.0', { version: '1.7.0', files: outside }), 'it has no valid `files`');
});

versions('give their parts', async () => {
  const store = memoryStore();
  const { manifest } = await shippedTo(store);
  assert.is(String(await readPart(store, manifest, 'files/a.txt')), 'text');
  assert.is(await readPart(store, manifest, 'files/none'), undefined);
});

versions('are unpacked with their modes, as copies', async () => {
  const store = createStore(newFolder());
  const { manifest } = await shippedTo(store);
  const folder = join(newFolder(), 'new', 'work');
  await unpack(store, manifest, folder);
  assert.equal(readdirSync(folder, { recursive: true }).sort(), ['a.txt', 'b', 'b/c.sh', 'b/ä b', 'large']);
  assert.ok(readFileSync(join(folder, 'large')).equals(large));
  const modeOf = (path: string): string => (statSync(join(folder, path)).mode & 0o777).toString(8);
  assert.equal(['a.txt', 'b/c.sh', 'large'].map(modeOf), ['644', '755', '644']);
  for (const path of ['a.txt', 'large']) writeFileSync(join(folder, path), 'changed');
  assert.equal(await faultsIn(store), []);
});

versions('that are damaged leave nothing unpacked', async () => {
  for (const path of ['files/b/c.sh', 'files/large']) {
    const objects = new Map<string, Buffer>();
    const store = memoryStore(objects);
    const { manifest } = await shippedTo(store);
    const { sha256 } = manifest.files.find((one) => one.path === path)!;
    objects.set(blobKey(sha256), Buffer.from('damaged'));
    const parent = newFolder();
    const unpacked = unpack(store, manifest, join(parent, 'work'));
    const thrown = await unpacked.catch((error: unknown) => error);
    assert.instance(thrown, StoreError);
    const { code, message, help } = (thrown as StoreError).problem;
    assert.is(code, 'PLAN7005');
    assert.is(message, `\`${path}\` of webshop 1.4.0 is damaged in the store`);
    assert.is(help, 'run `plancc ship --repair` with the zip of webshop 1.4.0');
    assert.equal(readdirSync(parent), []);
  }
});

versions('are the same in another store', async () => {
  const [from, to] = [memoryStore(), createStore(newFolder())];
  const version = await shippedTo(from);
  const { id } = version;
  const first = await copyVersion(from, to, version);
  assert.ok(!('problems' in first));
  assert.equal([first.id, first.isNew, first.sent], [id, true, 6]);
  assert.is((await readVersion(to, 'webshop', '1.4.0'))?.id, id);
  assert.equal(await faultsIn(to), []);
  const again = await copyVersion(from, to, version);
  assert.ok(!('problems' in again) && !again.isNew && again.sent === 0);
});

versions('are not copied when a file of them is missing, nor over another', async () => {
  const objects = new Map<string, Buffer>();
  const [from, to] = [memoryStore(objects), memoryStore()];
  const version = await shippedTo(from);
  const { manifest } = version;
  objects.delete(blobKey(manifest.files.find(({ path }) => path === 'files/large')!.sha256));
  const message = await copyVersion(from, to, version).catch((error: Error) => error.message);
  assert.is(message, '`files/large` of webshop 1.4.0 is missing in the store');
  assert.equal(await to.list('distributions/'), []);
  await ship((await packed(newFolder({ 'a.txt': 'other' }))).file, to);
  const refused = await copyVersion(from, to, version);
  assert.ok('problems' in refused);
  assert.is(refused.problems[0]!.code, 'PLAN7004');
});

versions.run();
