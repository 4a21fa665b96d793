import { hash } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ListMultipartUploadsCommand } from '@aws-sdk/client-s3';
import * as assert from 'uvu/assert';
import { manifestBytes } from '../../../src/distribution/manifest.js';
import { blobKey, manifestKey } from '../../../src/environment/keys.js';
import { repair, ship } from '../../../src/environment/ship.js';
import { listVersions, readVersion } from '../../../src/environment/versions.js';
import { StoreError } from '../../../src/ports/store-error.js';
import { header, packed, parts } from '../../distribution/project.js';
import { newFolder } from '../../folder.js';
import { faultsIn } from '../../store/whole.js';
import { onEmulator } from '../emulator/suite.js';
import { newBucket } from './bucket.js';
import { bytesOf, noteRequests, type Sent } from './requests.js';

const shipping = onEmulator('shipping to S3');

/** Bytes that are quickly packed, others for each name. */
const contentOf = (name: string, size: number): Buffer => Buffer.alloc(size, hash('sha512', name, 'buffer'));

const MiB = 1 << 20;

type Cut = (request: Sent) => boolean;

const version = (number: string) => ({ header: { ...header, version: number } });

shipping.test('of 200 MB, and then of one file that has changed', async (emulator) => {
  const { client, store } = await newBucket(emulator);
  const root = newFolder();
  for (let file = 0; file < 250; file++) {
    const size = file < 4 ? 20_000_000 : 490_000;
    writeFileSync(join(root, `${file}`), contentOf(`${file}`, size));
  }
  const first = (await packed(root, version('1.0.0'))).file;
  const sent = noteRequests(client);
  const shipped = await ship(first, store);
  assert.ok('isNew' in shipped && shipped.isNew);
  assert.is(shipped.sent, 252);
  assert.ok(shipped.bytes > 200_000_000);
  const manifest = manifestBytes((await readVersion(store, 'webshop', '1.0.0'))!.manifest);
  assert.is(bytesOf(sent), shipped.bytes + manifest.length);

  writeFileSync(join(root, '7'), contentOf('changed', 490_000));
  const text = '{"StartAt":"B"}';
  const changed = parts.map((part) => (part.path.endsWith('.asl.json') ? { ...part, text } : part));
  const second = (await packed(root, { ...version('1.0.1'), parts: changed })).file;
  sent.length = 0;
  await ship(second, store);
  const requests = [...sent];
  const after = (await readVersion(store, 'webshop', '1.0.1'))!.manifest;
  const blobs = after.files
    .filter(({ path }) => path === 'files/7' || path === 'plan/definition.asl.json')
    .map(({ sha256 }) => blobKey(sha256));
  const told = (operation: string) =>
    requests.filter((one) => one.operation === operation).map(({ key }) => key);
  assert.equal(told('HeadObject').sort(), blobs.sort());
  assert.equal(told('PutObject').sort(), [...blobs, manifestKey('webshop', '1.0.1')]);
  assert.equal(
    told('GetObject'),
    ['1.0.1', '1.0.0'].map((one) => manifestKey('webshop', one)),
  );
  assert.is(told('ListObjectsV2').length, 1);
  assert.is(requests.length, 8);
  assert.is(bytesOf(requests), 490_000 + text.length + manifestBytes(after).length);
});

shipping.test('that is cut anywhere goes on where it was', async (emulator) => {
  const { client, name, store } = await newBucket(emulator);
  const files = Array.from({ length: 12 }, (_, file) => [`${file}`, contentOf(`${file}`, 1000)] as const);
  const root = newFolder({ ...Object.fromEntries(files), large: contentOf('large', 20 * MiB) });
  const { file, id } = await packed(root);
  const after = (puts: number): Cut => {
    let left = puts;
    return ({ bytes }) => bytes > 0 && --left < 0;
  };
  const at =
    (operation: string, key = ''): Cut =>
    (sent) =>
      sent.operation === operation && sent.key.startsWith(key);
  const large = ['CreateMultipartUpload', 'UploadPart', 'CompleteMultipartUpload'].map((one) => at(one));
  const cuts = [at('HeadObject'), after(0), after(2), after(6), ...large, at('PutObject', 'distributions/')];
  let cut: Cut = () => false;
  const sent = noteRequests(client, (request) => cut(request));
  for (const [index, one] of cuts.entries()) {
    cut = one;
    const thrown = await ship(file, store).catch((error: unknown) => error);
    assert.instance(thrown, StoreError, `cut ${index}`);
    cut = () => false;
    assert.equal(await listVersions(store, 'webshop'), []);
    assert.equal(await faultsIn(store), []);
    const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket: name }));
    assert.equal(Uploads, []);
  }
  const shipped = await ship(file, store);
  assert.is('id' in shipped && shipped.id, id);
  assert.equal(await faultsIn(store), []);
  const put = sent.filter(({ operation }) => operation === 'PutObject').map(({ key }) => key);
  assert.is(new Set(put).size, put.length, 'nothing was sent twice');
});

shipping.test('repairs what has gone, whatever the versions say', async (emulator) => {
  const { store } = await newBucket(emulator);
  const { file } = await packed(newFolder({ a: 'a', b: 'b' }), version('1.0.0'));
  await ship(file, store);
  const { manifest } = (await readVersion(store, 'webshop', '1.0.0'))!;
  await store.delete(blobKey(manifest.files.find(({ path }) => path === 'files/a')!.sha256));
  const shipped = await repair(file, store);
  assert.is('sent' in shipped && shipped.sent, 1);
  assert.equal(await faultsIn(store), []);
});

shipping.test('puts and downloads in parts, and leaves none behind', async (emulator) => {
  const { client, name, store } = await newBucket(emulator);
  const folder = newFolder({ large: contentOf('large', 20 * MiB + 1) });
  const [large, copy] = [join(folder, 'large'), join(folder, 'copy')];
  const sent: number[] = [];
  assert.is(await store.putIfAbsent('large', { file: large }, (bytes) => sent.push(bytes)), true);
  assert.equal(sent.sort(), [4 * MiB + 1, 8 * MiB, 8 * MiB]);
  assert.is(await store.putIfAbsent('large', { file: large }), false);
  const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket: name }));
  assert.equal(Uploads, []);
  assert.is(await store.download('large', copy), true);
  assert.is(statSync(copy).size, 20 * MiB + 1);
});

shipping.run();
