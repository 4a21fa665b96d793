import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createStore } from '../../src/engines/local/store/index.js';
import { readDocument } from '../../src/environment/documents.js';
import { ship } from '../../src/environment/ship.js';
import { StoreError } from '../../src/ports/store-error.js';
import { packed } from '../distribution/project.js';
import { newFolder } from '../folder.js';
import { bundled } from './script.js';
import { onSmallDisk } from './small-disk.js';
import { faultsIn } from './whole.js';

const full = suite('a full disk');

full('leaves what is there as it is, and nothing half written', async () => {
  const folder = newFolder();
  // Beyond the limit the system writes a part, then refuses.
  const command = `ulimit -f 500; exec ${process.execPath} ${bundled('put-large.ts')} ${folder}`;
  const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
  const refused = `StoreError: \`${folder}\` cannot be read or written: EFBIG: file too large, write\n`;
  assert.is(stdout + stderr, refused.repeat(2));
  const store = createStore(folder);
  assert.equal(await store.list(''), ['kept.json']);
  assert.equal(await readDocument(store, 'kept.json'), { kept: true });
  assert.equal(readdirSync(join(folder, '~tmp')), []);
});

const noSpace = (error: unknown): string => {
  if (!(error instanceof StoreError)) throw error;
  assert.match(error.problem.help!, 'make room there and try again');
  return error.message;
};

onSmallDisk(full, 'lets shipping go on when there is room again', async (disk) => {
  const store = createStore(join(disk, 'second'));
  const files = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`${index}.bin`, randomBytes(128 << 10)]),
  );
  const { file } = await packed(newFolder(files));
  await store.putIfAbsent('in the way', randomBytes(1 << 20));
  const message = await ship(file, store).catch(noSpace);
  assert.match(String(message), 'no space left on the disk');
  assert.equal(await faultsIn(store), []);
  assert.equal(await store.list('distributions/'), []);
  const there = (await store.list('blobs/')).length;
  assert.ok(there > 0, 'some were sent');
  await store.delete('in the way');
  const { sent } = (await ship(file, store)) as { sent: number };
  assert.is(sent, 14 - there);
  assert.equal(await faultsIn(store), []);
});

full.run();
