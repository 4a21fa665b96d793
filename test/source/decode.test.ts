import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { locate } from '../../src/diagnostics/locate.js';
import { decode } from '../../src/source/decode.js';

const decoding = suite('bytes to text');

function messageOf(...bytes: readonly (string | number)[]): string {
  const all = Buffer.concat(
    bytes.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))),
  );
  const decoded = decode('plan.yaml', all);
  if ('text' in decoded) return 'no problem';
  return locate(decoded.problems, new Map([['plan.yaml', { text: decoded.lossy, range: () => [0, 0] }]]))
    .map(({ message, start }) => `${start ? `${start.line}:${start.column}: ` : ''}${message}`)
    .join();
}

decoding('the first byte that is not UTF-8 is named', () => {
  assert.is(messageOf('a: 1\nb: caf', 0xe9, '\n'), '2:7: the file is not UTF-8: byte 0xE9 at offset 11');
  assert.is(messageOf('é\uFFFD\n', 0xff), '2:1: the file is not UTF-8: byte 0xFF at offset 6');
  assert.is(messageOf('\uFEFFa', 0xe2, 0x82), '1:2: the file is not UTF-8: byte 0xE2 at offset 4');
  assert.is(messageOf(0xc0, 0x80), '1:1: the file is not UTF-8: byte 0xC0 at offset 0');
});

decoding('other encodings and files that are no text', () => {
  assert.is(messageOf(0xff, 0xfe, 'a', 0), 'the file is UTF-16, not UTF-8');
  assert.is(messageOf(0xfe, 0xff, 0, 'a'), 'the file is UTF-16, not UTF-8');
  assert.is(messageOf(0xff, 0xfe, 0, 0, 'a', 0, 0, 0), 'the file is UTF-32, not UTF-8');
  assert.is(messageOf(0, 0, 0xfe, 0xff), 'the file is UTF-32, not UTF-8');
  assert.is(messageOf('a', 0, ':', 0), '1:2: the file is not text: byte 0x00 at offset 1');
  assert.is(messageOf('PK', 3, 4, 0), 'the file is a zip, not text');
});

decoding('a byte order mark is dropped, an empty file is an empty text', () => {
  assert.equal(decode('a', Buffer.from('\uFEFFa\r\n')), { text: 'a\r\n' });
  assert.equal(decode('a', new Uint8Array()), { text: '' });
});

decoding('any text reads back, any bytes are text or a problem', () => {
  const text = fc
    .string({ unit: 'binary' })
    .filter((part) => !part.includes('\0') && !part.startsWith('\uFEFF'));
  fc.assert(
    fc.property(text, (written) => assert.equal(decode('a', Buffer.from(written)), { text: written })),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const decoded = decode('a', bytes);
      if ('problems' in decoded) assert.is(decoded.problems.length, 1);
      else assert.ok(Buffer.from(decoded.text).equals(Buffer.from(bytes)) || bytes[0] === 0xef);
    }),
  );
});

decoding.run();
