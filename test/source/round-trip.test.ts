import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parse, stringify } from 'yaml';
import type { Json } from '../../src/source/document.js';
import { readDocument } from '../../src/source/read.js';
import { parts } from './parts.js';

const roundTrip = suite('written and read back');

/** JSON with keys and texts that YAML might take for something else. */
const hard = fc.constantFrom(
  '<<',
  '__proto__',
  '10',
  'true',
  '~',
  '- a',
  'a: b',
  '#',
  '*a',
  '!Ref a',
  '{',
  '${{ a }}',
  '\t',
  "'",
  '"',
);
const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary-ascii' }), hard);
const number = fc
  .oneof(fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((n) => (n === 0 ? 0 : n));
const { value: json } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(text, number, fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
// Root texts may be empty, which is a mistake of its own.
const nested = json.map((value) => [value]);

const jsonText = (value: Json) =>
  fc.constantFrom(undefined, 2, '\t').map((indent) => JSON.stringify(value, null, indent));
const styles = fc.record({
  defaultStringType: fc.constantFrom(
    'PLAIN',
    'QUOTE_SINGLE',
    'QUOTE_DOUBLE',
    'BLOCK_LITERAL',
    'BLOCK_FOLDED',
  ),
  collectionStyle: fc.constantFrom('any', 'block', 'flow'),
  lineWidth: fc.constantFrom(0, 30, 80),
  indent: fc.integer({ min: 1, max: 6 }),
} as const);
const yamlText = (value: Json) =>
  styles.map((options) => stringify(value, { ...options, aliasDuplicateObjects: false }));

// `stringify` leaves a key `<<` without quotes, which makes it another key.
const withoutMergeKeys = nested.filter((value) => !JSON.stringify(value).includes('"<<":'));

const documents = [
  ['JSON', nested, jsonText],
  ['YAML', withoutMergeKeys, yamlText],
] as const;

/** `stringify` writes a text of spaces alone as an empty block: what its own reader reads otherwise is no test of ours. */
const isWhatItSays = ([value, source]: readonly [Json, string]): boolean =>
  JSON.stringify(parse(source, { version: '1.2', merge: false })) === JSON.stringify(value);

for (const [name, values, write] of documents) {
  const written = values
    .chain((value) => fc.tuple(fc.constant(value), write(value)))
    .filter((pair) => name === 'JSON' || isWhatItSays(pair));

  roundTrip(`${name} reads back as what was written`, () => {
    fc.assert(
      fc.property(written, ([value, source]) => {
        const document = readDocument('plan.yaml', source);
        assert.equal(document.problems, [], source);
        assert.is(JSON.stringify(document.value), JSON.stringify(value));
      }),
    );
  });

  roundTrip(`the range of each value in ${name} reads as that value`, () => {
    fc.assert(
      fc.property(written, ([value, source]) => {
        const document = readDocument('plan.yaml', source);
        for (const [path, part] of parts(value)) {
          // Block text is read with the indentation it has in its document.
          const [start, end] = document.range(path);
          const alone = document.text.slice(start, end);
          if (/^[|>]/.test(alone)) continue;
          const column = start - document.text.lastIndexOf('\n', start - 1) - 1;
          const again = readDocument(
            'part.yaml',
            `? a\n:\n${' '.repeat(column + 1)}${alone.replaceAll('\n', '\n ')}`,
          );
          assert.is(JSON.stringify(again.value), JSON.stringify({ a: part }), alone);
        }
      }),
      { numRuns: 50 },
    );
  });
}

roundTrip.run();
