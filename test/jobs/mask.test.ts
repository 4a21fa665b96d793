import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { hiddenForms } from '../../src/environment/hidden-forms.js';
import { maskOf, maskText } from '../../src/environment/mask.js';

const masking = suite('secrets in the output of a job');

/** Few different characters, so that secrets overlap each other and themselves. */
const secret = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', '\n', '"', 'é'), minLength: 4, maxLength: 12 }),
  fc.string({ minLength: 4, maxLength: 40 }).filter((text) => !text.includes('*')),
);
const piece = fc.oneof(
  fc.record({ secret: fc.nat(2), form: fc.nat(20) }),
  fc.string({ unit: fc.constantFrom('a', 'b', 'x', '\n', ' ') }),
);

/** The pieces of a text as they come through a pipe. */
function cut(text: string, sizes: readonly number[]): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const size = sizes[turn % sizes.length]!;
    pieces.push(text.slice(at, at + size));
    at += size;
  }
  return pieces;
}

masking('no secret ever comes to light, wherever the output is cut', () => {
  fc.assert(
    fc.property(
      fc.array(secret, { minLength: 1, maxLength: 3 }),
      fc.array(piece, { maxLength: 12 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
      (secrets, pieces, sizes) => {
        const hidden = hiddenForms(secrets);
        const output = pieces
          .map((part) => (typeof part === 'string' ? part : (hidden[part.form % hidden.length] ?? '')))
          .join('');
        const mask = maskOf(hidden);
        const shown = [...cut(output, sizes).map(mask.write), mask.end()].join('');
        assert.equal(shown, maskText(output, hidden), 'cuts make no difference');
        for (const form of hidden) assert.not.ok(shown.includes(form), JSON.stringify({ form, shown }));
      },
    ),
    { numRuns: 2000 },
  );
});

masking('what is no secret stays as it is', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (text, sizes) => {
      const mask = maskOf(['not in there']);
      fc.pre(!text.includes('not in there'));
      assert.is([...cut(text, sizes).map(mask.write), mask.end()].join(''), text);
    }),
  );
});

masking('a secret that a job encodes is hidden, too', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 8 }),
      fc.string(),
      fc.string(),
      (text, before, after) => {
        const bytes = Buffer.from(text).toString();
        const hidden = hiddenForms([bytes]);
        const isHidden = (output: string) => assert.match(maskText(output, hidden), /\*{4}/);
        isHidden(before + bytes + after);
        isHidden(JSON.stringify({ [before]: bytes }));
        isHidden(encodeURIComponent(bytes));
        isHidden(new URLSearchParams({ value: bytes }).toString());
        isHidden(Buffer.from(before + bytes + after).toString('base64'));
        isHidden(Buffer.from(before + bytes + after).toString('base64url'));
      },
    ),
  );
});

masking('of several lines each is hidden, unless it is too short to be a secret', () => {
  const hidden = hiddenForms(['-----BEGIN KEY-----\nMIIEow\n}\n']);
  assert.is(maskText('{}\nMIIEow\nBEGIN', hidden), '{}\n****\nBEGIN');
  assert.is(maskText('-----BEGIN KEY-----\nMIIEow\n}\n', hidden), '****');
  assert.equal(hiddenForms(['', 'abc']), []);
});

masking('what overlaps is hidden as one', () => {
  assert.is(maskText('x abcdef y', ['abcd', 'cdef']), 'x **** y');
  const mask = maskOf(['aaaa']);
  assert.is(mask.write('aaaaaaaa') + mask.write('aaa') + mask.write('b') + mask.end(), '****b');
});

masking.run();
