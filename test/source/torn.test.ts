import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { JsonObject } from '../../src/source/document.js';
import { readDocument } from '../../src/source/read.js';

const torn = suite('references that YAML tears apart');

torn('each torn reference is one error, and what is quoted none', () => {
  const reference = fc.constantFrom(
    '${{ Environment }}',
    "${{ States['a: b #1'].c }}",
    'x-${{ A.B }}-y',
    '$${{ A }}',
  );
  const quoted = fc.oneof(
    reference.map((text) => JSON.stringify(text)),
    reference.map((text) => `'${text.replaceAll("'", "''")}'`),
  );
  const item = fc.oneof(fc.tuple(fc.constant(1), reference), fc.tuple(fc.constant(0), quoted));
  const flows = fc.array(fc.array(item, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(flows, fc.boolean(), (lines, inMaps) => {
      const source = lines
        .map((items, line) => {
          const written = items.map(([, text], index) => (inMaps ? `k${index}: ${text}` : text)).join(', ');
          return inMaps ? `l${line}: { ${written} }\n` : `l${line}: [${written}]\n`;
        })
        .join('');
      const torn = lines.flat().reduce((sum, [count]) => sum + count, 0);
      const document = readDocument('plan.yaml', source);
      assert.equal(
        document.problems.map(({ code }) => code),
        Array(torn).fill('PLAN0005'),
        source,
      );
      const read = Object.values(document.value as JsonObject).flatMap((line) =>
        Object.values(line as JsonObject),
      );
      assert.equal(
        read,
        lines.flat().map(([count, text]) => (count === 1 ? text : unquoted(text))),
        source,
      );
    }),
  );
});

const unquoted = (text: string): string =>
  text.startsWith('"') ? JSON.parse(text) : text.slice(1, -1).replaceAll("''", "'");

torn.run();
