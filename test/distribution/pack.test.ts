import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Asset } from '../../src/cloudformation/template.js';
import { pack } from '../../src/distribution/pack.js';
import { readDistribution } from '../../src/distribution/read.js';
import { verify } from '../../src/distribution/verify.js';
import { newFolder } from '../folder.js';
import { header, neededBy, oracle, packed, packInput, parts, refused, told } from './project.js';

const packing = suite('packing');

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

packing('puts the manifest first, then the parts, then the files in bytewise order', async () => {
  const root = newFolder({
    'b/z.txt': 'z',
    'b.txt': 'b',
    'a.txt': 'a',
    'Z.txt': 'Z',
    'ä.txt': 'ä',
    '😀': '',
    '\uff5e': '',
  });
  const { file } = await packed(root);
  const listing = oracle('unzip', '-Z1', file);
  if (listing === undefined) return;
  assert.equal(listing.toString().trim().split('\n'), [
    'manifest.json',
    ...parts.map(({ path }) => path),
    'files/Z.txt',
    'files/a.txt',
    'files/b.txt',
    'files/b/z.txt',
    'files/ä.txt',
    'files/\uff5e',
    'files/😀',
  ]);
});

packing('is accepted by unzip', async () => {
  const { file } = await packed(
    newFolder({ 'a.txt': 'a'.repeat(10_000), empty: '', 'ü/é.bin': randomBytes(5000) }),
  );
  oracle('unzip', '-tq', file);
});

packing('lists every entry with size, digest and mode, and the header', async () => {
  const root = newFolder({ 'run.sh': '#!/bin/sh\n' });
  const { file, files, id, size } = await packed(root);
  const read = await readDistribution(file);
  assert.ok('manifest' in read, told(read).join());
  assert.equal(read.manifest, {
    ...header,
    format: 1,
    assets: [],
    files: [
      ...parts.map(({ path, text }) => ({ path, size: text.length, sha256: sha256(text), mode: '0644' })),
      { path: 'files/run.sh', size: 10, sha256: sha256('#!/bin/sh\n'), mode: '0644' },
    ],
  });
  assert.is(files, 6);
  assert.is(read.id, id);
  assert.is(size, statSync(file).size);
});

packing('has an id that anybody can compute', async () => {
  const { file, id } = await packed(newFolder({ 'a.txt': 'a' }));
  const manifest = oracle('unzip', '-p', file, 'manifest.json');
  if (manifest !== undefined) assert.is(sha256(manifest), id);
});

packing('stores what does not shrink, whatever its size', async () => {
  const noise = randomBytes(3 << 20);
  // Its samples shrink, the whole does not.
  const mostlyNoise = Buffer.concat([Buffer.alloc(1 << 14), noise]);
  mostlyNoise.set(noise.subarray(0, 1000), 1000);
  const { file } = await packed(newFolder({ noise, mostlyNoise, text: 'text '.repeat(1 << 20) }));
  const listing = oracle('unzip', '-v', file)?.toString() ?? '';
  if (listing === '') return;
  const methodOf = (name: string) => new RegExp(`(Stored|Defl:N).*files/${name}$`, 'm').exec(listing)?.[1];
  assert.is(methodOf('noise'), 'Stored');
  assert.is(methodOf('text'), 'Defl:N');
  assert.ok('id' in (await verify(file)));
});

packing('gives the same manifest at every level', async () => {
  const root = newFolder({ 'a.txt': 'text '.repeat(10_000) });
  const [stored, packedBest] = [await packed(root, { level: 0 }), await packed(root, { level: 9 })];
  assert.is(stored.id, packedBest.id);
  assert.ok(stored.size > packedBest.size + 40_000);
});

packing('makes the folder of the output', async () => {
  const output = join(newFolder(), 'a/b/c.zip');
  await packed(newFolder({ a: '' }), { output });
  assert.equal(readdirSync(dirname(output)), ['c.zip']);
});

packing('leaves out its own output and those of earlier builds, wherever they are', async () => {
  const root = newFolder({ 'dist/index.html': '', 'lib/other.zip': 'PK not ours' });
  const first = await packed(root, { output: join(root, 'dist/webshop-1.0.0.zip') });
  await packed(root, { output: join(root, 'release.zip') });
  await packed(root, { output: join(root, 'out/rel') });
  const third = await packed(root, { output: join(root, 'dist/webshop-1.0.0.zip') });
  assert.is(first.id, third.id);
  assert.is(first.files, 7);
});

packing('replaces an older distribution only when the new one is whole', async () => {
  const root = newFolder({ 'a.txt': 'a', 'b.txt': 'b' });
  const { file } = await packed(root);
  const old = readFileSync(file);
  const result = await pack(
    packInput(root, { output: file, onProgress: () => truncateSync(join(root, 'b.txt')) }),
  );
  assert.equal(told(result), ['PLAN6009 `b.txt` changed while it was being packed']);
  assert.equal(readFileSync(file), old);
  assert.equal(readdirSync(dirname(file)), ['webshop-1.4.0.zip']);
});

packing('notices a file that grows or disappears', async () => {
  const root = newFolder({ 'a.txt': 'a', 'b.txt': 'b' });
  const b = join(root, 'b.txt');
  const grown = await pack(packInput(root, { onProgress: () => writeFileSync(b, 'more') }));
  assert.equal(told(grown), ['PLAN6009 `b.txt` changed while it was being packed']);
  const gone = await pack(packInput(root, { onProgress: () => existsSync(b) && unlinkSync(b) }));
  assert.equal(told(gone), ['PLAN6008 `b.txt` cannot be read: no such file or folder']);
});

packing('leaves nothing behind when aborted', async () => {
  const root = newFolder({ 'a.txt': 'text '.repeat(2_000_000), 'b.txt': 'b' });
  const output = join(newFolder(), 'new/out.zip');
  const abort = new AbortController();
  const reason = new Error('stopped');
  let calls = 0;
  const onProgress = () => {
    if (++calls === 7) abort.abort(reason);
  };
  try {
    await pack(packInput(root, { output, onProgress, signal: abort.signal }));
    assert.unreachable();
  } catch (error) {
    assert.is(error, reason);
  }
  assert.is(calls, 7);
  assert.not(existsSync(dirname(output)));
});

packing('reports progress up to the whole', async () => {
  const seen: number[] = [];
  const root = newFolder({ 'a.txt': 'text '.repeat(600_000), 'b.txt': 'b' });
  await packed(root, {
    onProgress: ({ bytes, totalBytes, files, totalFiles }) => {
      seen.push(bytes / totalBytes);
      assert.ok(files <= totalFiles);
    },
  });
  assert.is(seen.at(-1), 1);
  assert.equal(seen, [...seen].sort());
});

packing('refuses an output that cannot be written', async () => {
  const root = newFolder({ 'a.txt': 'a' });
  const taken = newFolder({ 'file.txt': 'precious', 'folder.zip/x': '' });
  const outputs = {
    device: 'it is not a regular file',
    'folder.zip': 'it is a folder',
    'file.txt': 'it exists and is not a zip',
    'file.txt/a.zip': 'a part of its path is not a folder',
  };
  symlinkSync('/dev/null', join(taken, 'device'));
  for (const [name, reason] of Object.entries(outputs)) {
    const output = join(taken, name);
    assert.equal(told(await pack(packInput(root, { output }))), [
      `PLAN6011 \`${output}\` cannot be written: ${reason}`,
    ]);
  }
  assert.is(readFileSync(join(taken, 'file.txt'), 'utf8'), 'precious');
});

packing('refuses an output in place of a file that a state needs', async () => {
  const root = newFolder({ 'templates/vpc.yaml': '{}', 'code.zip': 'PK', 'empty.txt': '' });
  const needed = ['templates/vpc.yaml', 'empty.txt'].map(neededBy('Network'));
  const assets: Asset[] = [
    { template: 'templates/vpc.yaml', pointer: ['Code'], path: 'code.zip', form: 'file' },
  ];
  for (const [name, reason] of [
    ['templates/vpc.yaml', 'it exists and is not a zip'],
    ['code.zip', 'a state needs that file'],
    ['empty.txt', 'a state needs that file'],
  ] as const) {
    const output = join(root, name);
    const problems = await refused(root, { needed, assets, output });
    assert.equal(told({ problems }), [`PLAN6011 \`${output}\` cannot be written: ${reason}`]);
    assert.match(problems[0]!.help ?? '', /^choose another path/);
  }
});

packing('refuses a project that is not there', async () => {
  assert.equal(told(await pack(packInput('/nowhere/at/all'))), [
    'PLAN6008 `.` cannot be read: no such file or folder',
  ]);
});

packing.run();
