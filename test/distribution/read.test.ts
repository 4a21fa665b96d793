import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readDistribution } from '../../src/distribution/read.js';
import { newFolder } from '../folder.js';
import {
  distributionOf,
  manifestFor,
  manifestPart,
  type Part,
  part,
  saved,
  zipListing,
  zipOf,
} from './hostile.js';
import { packed, told } from './project.js';

const reading = suite('reading a distribution');

const a = part('files/a.txt', 'a');
const b = part('files/b.txt', 'b');

const read = async (bytes: Buffer) => told(await readDistribution(saved(bytes)));

reading('gives manifest, id, size and parts', async () => {
  const { file, id, size } = await packed(
    newFolder({ 'a.txt': 'text '.repeat(1000), big: Buffer.alloc(3 << 20, 'xy') }),
  );
  const distribution = await readDistribution(file);
  assert.ok('manifest' in distribution);
  assert.is(distribution.id, id);
  assert.is(distribution.size, size);
  assert.is(String(await distribution.part('plan/template.json')), '{}');
  assert.is(String(await distribution.part('files/a.txt')), 'text '.repeat(1000));
  assert.equal(await distribution.part('files/big'), Buffer.alloc(3 << 20, 'xy'));
  assert.is(await distribution.part('files/other'), undefined);
});

reading('takes a zip made by hand after the same rules', async () => {
  assert.equal(await read(distributionOf(a, b)), ['no problems']);
});

reading('refuses what cannot be opened', async () => {
  const folder = newFolder();
  assert.equal(told(await readDistribution(`${folder}/none.zip`)), [
    'PLAN6101 the file cannot be read: no such file or folder',
  ]);
  assert.equal(told(await readDistribution(folder)), ['PLAN6101 the file cannot be read: it is a folder']);
});

reading('tells which zips are where there is none of that name', async () => {
  const folder = newFolder();
  for (const name of ['webshop-1.4.0.zip', 'network-2.1.0.zip']) writeFileSync(join(folder, name), '');
  const helpFor = async (path: string) => {
    const read = await readDistribution(path);
    assert.ok('problems' in read);
    return read.problems[0]!.help;
  };
  const zips = `zips in \`${folder}\`: network-2.1.0.zip, webshop-1.4.0.zip`;
  assert.is(await helpFor(folder), zips);
  assert.is(
    await helpFor(join(folder, 'webshop-1.4.1.zip')),
    `did you mean \`${join(folder, 'webshop-1.4.0.zip')}\`? ${zips}`,
  );
  const another = 'name the zip that `plancc build` wrote';
  assert.is(await helpFor(join(folder, 'no/such/folder.zip')), another);
  const plan = join(folder, 'plan.yaml');
  writeFileSync(plan, 'Name: webshop');
  assert.is(await helpFor(plan), `check a plan with \`plancc validate ${plan}\`; here ${another}`);
});

reading('refuses parts too large for memory', async () => {
  const content = Buffer.alloc((256 << 20) + 1);
  const large = part('files/a', '', { content, data: deflateRawSync(content, { level: 1 }) });
  const distribution = await readDistribution(saved(distributionOf(large)));
  assert.ok('manifest' in distribution);
  const found = await distribution.part('files/a');
  assert.ok(found !== undefined);
  assert.equal(told(found), [
    'PLAN6119 the entry `files/a` takes 268,435,457 bytes; plancc reads up to 268,435,456',
  ]);
});

reading('refuses what is not a zip', async () => {
  assert.equal(await read(Buffer.alloc(0)), ['PLAN6102 the file is empty, and so is not a zip']);
  assert.equal(await read(Buffer.from('Name: webshop\n'.repeat(100))), ['PLAN6102 the file is not a zip']);
});

reading('refuses a zip cut short, wherever', async () => {
  const whole = distributionOf(a, b);
  for (let length = 4; length < whole.length; length++) {
    assert.equal(await read(whole.subarray(0, length)), [
      'PLAN6103 the zip is cut short: its end is missing',
    ]);
  }
});

reading('refuses a zip of which a piece is missing', async () => {
  const whole = distributionOf(a, b);
  assert.equal(await read(Buffer.concat([whole.subarray(0, 50), whole.subarray(60)])), [
    'PLAN6103 the zip is cut short: its end is missing',
  ]);
});

reading('refuses bytes that belong to no entry', async () => {
  const whole = distributionOf(a, b);
  const junk = Buffer.from('junk');
  assert.equal(await read(Buffer.concat([whole, junk])), [
    'PLAN6104 the zip has 4 bytes at its end that belong to no entry',
  ]);
  assert.equal(await read(Buffer.concat([junk, whole])), [
    'PLAN6104 the zip has 4 bytes before its directory that belong to no entry',
  ]);
  const hole = part('files/a.txt', 'a', {
    data: Buffer.from('ahole'),
    content: Buffer.from('a'),
    method: 0,
    compressed: 1,
  });
  assert.equal(await read(distributionOf(hole, b)), [
    'PLAN6104 the zip has 4 bytes before `files/b.txt` that belong to no entry',
  ]);
  assert.equal(await read(distributionOf(b, hole)), [
    'PLAN6104 the zip has 4 bytes before its directory that belong to no entry',
  ]);
});

reading('refuses entries that overlap', async () => {
  const greedy = part('files/a.txt', 'a', { compressed: 2, size: 2 });
  assert.equal(await read(distributionOf(greedy, b)), ['PLAN6105 `files/b.txt` overlaps another entry']);
  assert.equal(await read(distributionOf(b, greedy)), ['PLAN6105 `files/a.txt` overlaps another entry']);
  assert.equal(await read(distributionOf(a, { ...b, offset: 0 })), [
    'PLAN6105 `files/b.txt` overlaps another entry',
  ]);
});

reading('refuses names that lead elsewhere', async () => {
  const names = {
    '../a': 'leads out of its folder with `..`',
    'files/../../a': 'leads out of its folder with `..`',
    '/etc/passwd': 'is absolute',
    'files\\a': 'contains a backslash',
    'C:/a': 'starts with a drive letter',
    'files/a\u0000': 'contains a control character',
    'files//a': 'is not in its shortest form',
    './a': 'is not in its shortest form',
    '': 'is empty',
    [`files/${'x'.repeat(1025)}`]: 'is too long',
  };
  for (const [name, reason] of Object.entries(names)) {
    assert.equal(await read(zipListing([a], part(name, 'x'))), [`PLAN6106 the name \`${name}\` ${reason}`]);
  }
  const latin = part('files/?', 'x', { changeCentral: (record) => record.fill(0xe9, record.length - 1) });
  assert.equal(await read(distributionOf(latin)), ['PLAN6106 the name `files/\ufffd` is not valid UTF-8']);
});

reading('refuses names that are there twice', async () => {
  assert.equal(await read(distributionOf(a, a)), ['PLAN6107 `files/a.txt` is there twice']);
  assert.equal(await read(distributionOf(a, part('files/A.txt', 'a'))), [
    'PLAN6107 `files/a.txt` and `files/A.txt` are one name on systems that ignore case or Unicode form',
  ]);
  assert.equal(await read(distributionOf(a, part('files/A.txt/b', 'a'))), [
    'PLAN6107 `files/a.txt` and `files/A.txt` are one name on systems that ignore case or Unicode form',
  ]);
});

reading('refuses encrypted entries and other compressions', async () => {
  const encrypted = part('files/a.txt', 'a', { changeCentral: (record) => record.writeUInt16LE(0x801, 8) });
  assert.equal(await read(distributionOf(encrypted)), ['PLAN6108 `files/a.txt` is encrypted']);
  assert.equal(await read(distributionOf(part('files/a.txt', 'a', { method: 12 }))), [
    'PLAN6109 `files/a.txt` is compressed by bzip2, which no distribution uses',
  ]);
});

reading('refuses zips that are no distributions', async () => {
  assert.equal(await read(zipOf([])), [
    'PLAN6110 the zip is not a distribution: there is no `manifest.json` in it',
  ]);
  const dated = part('index.html', '', { changeCentral: (record) => record.writeUInt16LE(0x5555, 14) });
  assert.equal(await read(zipOf([dated, a])), [
    'PLAN6110 the zip is not a distribution: there is no `manifest.json` in it',
  ]);
  assert.equal(await read(zipOf([a, manifestPart(manifestFor([a]))])), [
    'PLAN6118 the order of the entries is not as plancc writes it: another program changed the zip, or it is damaged',
  ]);
});

reading('refuses entries that are not those of the manifest', async () => {
  assert.equal(await read(zipListing([a], a, b)), ['PLAN6113 `files/b.txt` is not in the manifest']);
  assert.equal(await read(zipListing([a], a, part('files/', ''))), [
    'PLAN6113 `files/` is not in the manifest',
  ]);
  assert.equal(await read(zipListing([a, b], a)), [
    'PLAN6114 `files/b.txt` is in the manifest but not in the zip',
  ]);
  assert.equal(await read(zipListing([a, b], b, a)), [
    'PLAN6118 the order of the entries is not as plancc writes it: another program changed the zip, or it is damaged',
  ]);
  assert.equal(await read(zipListing([a], part(a.name, 'aa'))), [
    'PLAN6115 the size of `files/a.txt` is 2; the manifest says 1',
  ]);
  assert.equal(await read(zipListing([a], { ...a, mode: 0o755 })), [
    'PLAN6115 the mode of `files/a.txt` is 0755; the manifest says 0644',
  ]);
});

reading('refuses impossible sizes before anything is inflated', async () => {
  const bomb = part('files/a.txt', 'tiny', { method: 8, size: 1 << 30 });
  assert.equal(await read(distributionOf(bomb)), [
    'PLAN6117 `files/a.txt` does not unpack to the 1,073,741,824 bytes that the zip declares',
  ]);
  assert.equal(await read(distributionOf(part('files/a.txt', 'a', { size: 2 }))), [
    'PLAN6117 `files/a.txt` does not unpack to the 2 bytes that the zip declares',
  ]);
});

reading('refuses records that plancc does not write', async () => {
  const dated = part('files/a.txt', 'a', { changeCentral: (record) => record.writeUInt16LE(0x5555, 14) });
  assert.equal(await read(distributionOf(dated)), [
    'PLAN6118 the entry `files/a.txt` is not as plancc writes it: another program changed the zip, or it is damaged',
  ]);
  const far = part('files/a.txt', 'a', { changeCentral: (record) => record.writeUInt16LE(999, 30) });
  assert.equal(await read(distributionOf(far)), [
    'PLAN6118 the list of entries is not as plancc writes it: another program changed the zip, or it is damaged',
  ]);
  const link = part('files/a.txt', 'a', {
    changeCentral: (record) => record.writeUInt32LE(0o120777 * 65536, 38),
  });
  assert.equal(await read(distributionOf(link)), [
    'PLAN6118 the entry `files/a.txt` is not as plancc writes it: another program changed the zip, or it is damaged',
  ]);
  const whole = distributionOf(a);
  whole.writeUInt16LE(6, whole.length - 22 + 8);
  assert.equal(await read(whole), [
    'PLAN6118 the end of the zip is not as plancc writes it: another program changed the zip, or it is damaged',
  ]);
});

reading(
  'tells one cause once: a changed byte of the directory, a zip made anew, another compression',
  async () => {
    const many = Array.from({ length: 50 }, (_, index) => part(`files/${index}`, `${index}`));
    const dated = (one: Part): Part => ({
      ...one,
      changeCentral: (record) => record.writeUInt16LE(0x5555, 14),
    });
    const told = async (bytes: Buffer) => {
      const read = await readDistribution(saved(bytes));
      assert.ok('problems' in read);
      return read.problems.map(({ code, help, related }) => ({
        code,
        help,
        more: related?.map(({ message }) => message),
      }));
    };
    const help = 'get the original file again; do not unpack and zip it anew';
    const changed = distributionOf(many[0]!, { ...many[1]!, size: 1e6, compressed: 1e6 }, ...many.slice(2));
    assert.equal(await told(changed), [
      { code: 'PLAN6105', help: 'do not unpack it; get the original file again', more: undefined },
    ]);
    assert.equal(await told(distributionOf(...many.map(dated))), [
      { code: 'PLAN6118', help, more: ['49 more entries are refused'] },
    ]);
    const packed = many.slice(0, 2).map((one): Part => ({ ...one, method: 12 }));
    assert.equal(await told(distributionOf(...packed)), [
      { code: 'PLAN6109', help, more: ['1 more entry is refused'] },
    ]);
  },
);

reading.run();
