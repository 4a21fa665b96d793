import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readDistribution } from '../../src/distribution/read.js';
import { verify } from '../../src/distribution/verify.js';
import { newFolder } from '../folder.js';
import { distributionOf, part, saved, zipListing } from './hostile.js';
import { packed, told } from './project.js';

const verifying = suite('verifying a distribution');

const verified = async (bytes: Buffer) => told(await verify(saved(bytes)));

/** An entry of deflated data. */
const deflated = (name: string, content: Buffer, data = deflateRawSync(content)) =>
  part(name, '', { data, content });

verifying('gives manifest and id, and tells its progress', async () => {
  const root = newFolder({
    'a.txt': 'text '.repeat(1000),
    'b.bin': randomBytes(3 << 20),
    c: Buffer.alloc(5 << 20),
  });
  const { file, id } = await packed(root);
  let last: object = {};
  const result = await verify(file, (done) => {
    last = done;
  });
  assert.ok('manifest' in result, told(result).join());
  assert.is(result.id, id);
  const bytes = 15 + 4 * 2 + 5000 + (8 << 20);
  assert.equal(last, { bytes, totalBytes: bytes, files: 8, totalFiles: 8 });
});

verifying('reports every file whose bytes are not those of its digest', async () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => part(`files/${name}`, name));
  const forged = [part('files/a', 'x'), b!, part('files/c', 'y')];
  assert.equal(
    (await verified(zipListing([a!, b!, c!], ...forged))).map((text) => text.slice(0, 55)),
    [
      'PLAN6115 the SHA-256 of `files/a` is 2d711642b726b04401',
      'PLAN6115 the SHA-256 of `files/c` is a1fce4363854ff888c',
    ],
  );
});

verifying('notices damaged data', async () => {
  for (const size of [10_000, 3 << 20]) {
    const content = Buffer.from('some text, '.repeat(size)).subarray(0, size);
    const data = deflateRawSync(content);
    const damaged = Buffer.from(data).fill(0xff, 5, 20);
    assert.equal(await verified(distributionOf(deflated('files/a', content, damaged))), [
      'PLAN6116 the data of `files/a` are damaged',
    ]);
    assert.equal(await verified(distributionOf(deflated('files/a', content, data.subarray(0, -5)))), [
      'PLAN6116 the data of `files/a` are damaged',
    ]);
    const followed = Buffer.concat([data, Buffer.from('more')]);
    assert.equal(await verified(distributionOf(deflated('files/a', content, followed))), [
      'PLAN6116 the data of `files/a` are damaged',
    ]);
  }
  const wrongSum = part('files/a', 'a', { crc: crc32('b') });
  assert.equal(await verified(distributionOf(wrongSum)), ['PLAN6116 the data of `files/a` are damaged']);
});

verifying('never inflates more than an entry declares', async () => {
  for (const size of [20_000, 3 << 20]) {
    for (const declared of [size - 1, size + 1]) {
      const lying = { ...deflated('files/a', Buffer.alloc(size)), size: declared };
      assert.equal(await verified(distributionOf(lying)), [
        `PLAN6117 \`files/a\` does not unpack to the ${declared.toLocaleString('en-US')} bytes that the zip declares`,
      ]);
    }
  }
});

verifying('compares each header with the directory', async () => {
  const renamed = part('files/a', 'a', { changeLocal: (local) => local.write('files/b', 30) });
  assert.equal(await verified(distributionOf(renamed)), [
    'PLAN6118 the entry `files/a` is not as plancc writes it: another program changed the zip, or it is damaged',
  ]);
});

verifying('is the only way to notice changes of data', async () => {
  const whole = distributionOf(part('files/a', 'zzzz'));
  whole.write('b', whole.indexOf('zzzz'));
  assert.equal(told(await readDistribution(saved(whole))), ['no problems']);
  assert.equal(await verified(whole), ['PLAN6116 the data of `files/a` are damaged']);
});

verifying('survives any damage and passes none', async () => {
  const root = newFolder({ 'a.txt': 'some text, '.repeat(50), 'b.bin': randomBytes(40), 'c/d': '' });
  const { file, id } = await packed(root);
  const whole = readFileSync(file);
  const position = fc.nat(whole.length - 1);
  const damage = fc.oneof(
    fc.record({ at: position, bit: fc.nat(7) }),
    fc.record({ cut: position }),
    fc.record({ at: position, removed: fc.integer({ min: 1, max: 50 }) }),
    fc.record({ at: position, inserted: fc.uint8Array({ minLength: 1, maxLength: 50 }) }),
  );
  await fc.assert(
    fc.asyncProperty(damage, async (change) => {
      const bytes = damagedBy(whole, change);
      const result = await verify(saved(bytes));
      // Spare bits at the end of a deflate stream mean nothing; all else is noticed.
      if (!('problems' in result)) assert.is(result.id, id);
      assert.ok('problems' in result || bytes.length === whole.length);
    }),
    { numRuns: 500 },
  );
});

type Damage =
  | { at: number; bit: number }
  | { cut: number }
  | { at: number; removed: number }
  | { at: number; inserted: Uint8Array };

function damagedBy(whole: Buffer, damage: Damage): Buffer {
  if ('cut' in damage) return whole.subarray(0, damage.cut);
  const before = whole.subarray(0, damage.at);
  if ('removed' in damage) return Buffer.concat([before, whole.subarray(damage.at + damage.removed)]);
  if ('inserted' in damage) return Buffer.concat([before, damage.inserted, whole.subarray(damage.at)]);
  const flipped = Buffer.from(whole);
  flipped[damage.at] = flipped[damage.at]! ^ (1 << damage.bit);
  return flipped;
}

verifying.run();
