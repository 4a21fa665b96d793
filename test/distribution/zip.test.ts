import { ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { appendDirectory } from '../../src/distribution/zip/archive.js';
import { deflateElsewhere, deflateHere } from '../../src/distribution/zip/deflate.js';
import { readDirectory } from '../../src/distribution/zip/directory.js';
import type { Content } from '../../src/distribution/zip/pieces.js';
import { centralRecord, type Entry, endRecords, localHeader } from '../../src/distribution/zip/records.js';
import { createSink } from '../../src/distribution/zip/sink.js';
import { writeEntries } from '../../src/distribution/zip/write.js';
import { newFolder } from '../folder.js';
import { oracle } from './project.js';

const zips = suite('zips');

/** Writes a zip of these contents. */
async function zipped(contents: readonly Content[], level: number): Promise<string> {
  const file = join(newFolder(), 'o.zip');
  const sink = createSink(file);
  const written = await writeEntries(sink, contents, { level });
  if ('code' in written) throw new Error(written.message);
  appendDirectory(
    sink,
    written.map(({ entry }) => entry),
  );
  sink.flush();
  sink.close();
  return file;
}

const inMemory = (name: string, from: Buffer): Content => ({
  name,
  mode: 0o644,
  size: from.length,
  from,
  shown: name,
});

const mebibyte = 1 << 20;

/** Data that shrink more or less: runs of one byte and of noise. */
const data = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .tuple(fc.nat(255), fc.integer({ min: 0, max: 1.5 * mebibyte }))
        .map(([byte, n]) => new Uint8Array(n).fill(byte)),
    ),
    { maxLength: 4 },
  )
  .map((pieces) => Buffer.concat(pieces));

const python = `
import sys, zipfile, zlib
sys.stdout.reconfigure(encoding='utf8')
with zipfile.ZipFile(sys.argv[1]) as z:
    assert z.testzip() is None
    for i in z.infolist():
        print(i.filename, i.file_size, zlib.crc32(z.read(i)), i.date_time, oct(i.external_attr >> 16), i.flag_bits, i.extra)
`;

zips('give back what was put into them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(data, { maxLength: 4 }), fc.constantFrom(0, 1, 6), async (all, level) => {
      const contents = all.map((bytes, index) => inMemory(`d/ä${index}`, bytes));
      const file = await zipped([...contents, inMemory('last', Buffer.alloc(0))], level);
      oracle('unzip', '-tq', file);
      const found = oracle('unzip', '-p', file);
      if (found !== undefined) assert.ok(found.equals(Buffer.concat(all)));
    }),
    { numRuns: 30 },
  );
});

zips('have fixed times, modes and flags', async () => {
  const contents = [
    inMemory('ä', Buffer.from('text')),
    { ...inMemory('b', Buffer.alloc(9000)), mode: 0o755 },
  ];
  const found = oracle('python3', '-c', python, await zipped(contents, 6));
  if (found === undefined) return;
  const [first, second] = contents.map(({ from }) => crc32(from));
  assert.is(
    found.toString(),
    `ä 4 ${first} (1980, 1, 1, 0, 0, 0) 0o100644 2048 b''\nb 9000 ${second} (1980, 1, 1, 0, 0, 0) 0o100755 2048 b''\n`,
  );
});

zips('are compressed to the same bytes here and on other threads', async () => {
  await fc.assert(
    fc.asyncProperty(data, fc.option(data, { nil: undefined }), fc.boolean(), async (bytes, before, last) => {
      const dictionary = before?.subarray(-32768);
      const stretch = { bytes, dictionary: dictionary?.length === 0 ? undefined : dictionary, last };
      assert.equal(await deflateElsewhere(stretch, 6), deflateHere(stretch, 6));
    }),
    { numRuns: 20 },
  );
});

zips('compress a large file in pieces as well as in one', async () => {
  const text = Buffer.from(Array.from({ length: 300_000 }, (_, i) => `line ${i * 7919}\n`).join(''));
  const file = await zipped([inMemory('a', text)], 6);
  const found = readFileSync(file);
  const at = localHeader({ name: 'a', size: 0 } as Entry).length;
  assert.equal(inflateRawSync(found.subarray(at)), text);
  assert.ok(found.length < inflatedSizeOf(text) * 1.01);
});

const inflatedSizeOf = (text: Buffer): number =>
  deflateHere({ bytes: text, dictionary: undefined, last: true }, 6).length;

zips('of more than 65,535 entries are zip64', async () => {
  const nothing = Buffer.alloc(0);
  const file = await zipped(
    Array.from({ length: 70_000 }, (_, index) => inMemory(`n${index}`, nothing)),
    6,
  );
  const descriptor = openSync(file, 'r');
  const read = readDirectory(descriptor, readFileSync(file).length, file, 'n0');
  assert.ok('entries' in read && read.entries.length === 69_999);
  const count = oracle(
    'python3',
    '-c',
    'import sys, zipfile; print(len(zipfile.ZipFile(sys.argv[1]).namelist()))',
    file,
  );
  if (count !== undefined) assert.is(count.toString().trim(), '70000');
  assert.match(oracle('unzip', '-Z', '-h', file)?.toString() ?? '70000', '70000');
});

zips('of more than 4 GiB are zip64', () => {
  // A sparse file takes no room: 5 GiB of zeros, and a small file after them.
  const large: Entry = {
    name: 'large',
    method: 0,
    crc: 0,
    size: 5 * 2 ** 30,
    compressed: 5 * 2 ** 30,
    mode: 0o644,
    offset: 0,
  };
  const header = localHeader(large);
  const offset = header.length + large.size;
  const text = Buffer.from('behind it');
  const small: Entry = {
    name: 'small',
    method: 0,
    crc: crc32(text),
    size: 9,
    compressed: 9,
    mode: 0o755,
    offset,
  };
  const directory = Buffer.concat([centralRecord(large), centralRecord(small)]);
  const start = offset + localHeader(small).length + 9;
  const rest = [localHeader(small), text, directory, endRecords(2, directory.length, start)];
  const file = join(newFolder(), 'large.zip');
  const descriptor = openSync(file, 'w+');
  ftruncateSync(descriptor, offset);
  writeSync(descriptor, header, 0, header.length, 0);
  const end = Buffer.concat(rest);
  writeSync(descriptor, end, 0, end.length, offset);

  assert.equal(readDirectory(descriptor, offset + end.length, file, 'large'), {
    first: large,
    entries: [small],
  });
  const reader = 'import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read("small").decode())';
  const found = oracle('python3', '-c', reader, file);
  if (found !== undefined) assert.is(found.toString(), 'behind it\n');
  assert.match(oracle('unzip', '-Z', file)?.toString() ?? '5368709120', '5368709120');
  assert.is(oracle('unzip', '-p', file, 'small')?.toString() ?? 'behind it', 'behind it');
});

zips.run();
