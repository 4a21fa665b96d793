import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createStore } from '../../src/engines/local/store/index.js';
import { blobKey } from '../../src/environment/keys.js';
import { ship } from '../../src/environment/ship.js';
import { listVersions } from '../../src/environment/versions.js';
import { packed } from '../distribution/project.js';
import { newFolder } from '../folder.js';
import { started } from './script.js';
import { faultsIn } from './whole.js';

const killed = suite('shipping that is killed');

killed('leaves the store whole each time, and goes on where it was', async () => {
  const count = 1500;
  const files = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${index % 20}/${index}.bin`, randomBytes(2000)]),
  );
  const { file, id } = await packed(newFolder({ ...files, large: randomBytes(5 << 20) }));
  const folder = newFolder();
  const store = createStore(folder);
  const counts = [0];
  for (let times = 0; times < 30; times++) {
    const { printed, kill, ended } = started('ship-to.ts', file, folder);
    await printed(1 + Math.random() * 50);
    kill();
    await ended;
    counts.push((await store.list(blobKey(''))).length);
    assert.ok(counts.at(-1)! >= counts.at(-2)!);
    if (times % 10 === 0) assert.equal(await faultsIn(store), []);
  }
  assert.ok(new Set(counts).size > 20, `it was killed at different points: ${counts.join(', ')}`);
  const shipped = await ship(file, store);
  assert.ok(!('problems' in shipped));
  assert.equal([shipped.id, shipped.blobs], [id, count + 3]);
  assert.equal(await faultsIn(store), []);
  assert.is((await store.list(blobKey(''))).length, count + 3);
  assert.equal(await listVersions(store, 'webshop'), ['1.4.0']);
  createStore(folder);
  assert.equal(readdirSync(join(folder, '~tmp')), []);
});

killed.run();
