import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readExpression } from '../../../src/asl/jsonata/read.js';

const reading = suite('JSONata is read as by 2.0.6');

/** Expressions, and what `jsonata` 2.0.6 has against them. */
const recorded: readonly (readonly [string, string | null])[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../fixtures/jsonata/2.0.6.json'), 'utf8'),
);

reading('accepts and refuses what 2.0.6 does, in its words', () => {
  assert.ok(recorded.length > 150);
  for (const [expression, message] of recorded) {
    const read = readExpression(expression);
    assert.ok(read, expression);
    assert.is('reason' in read ? read.reason : null, message, expression);
  }
});

reading('points at characters of the expression', () => {
  for (const [expression] of recorded) {
    const read = readExpression(expression);
    if (read === undefined || !('reason' in read)) continue;
    const [from, to] = read.span;
    assert.ok(from >= 0 && to <= expression.length && from <= to, `${expression} ${read.span}`);
    assert.ok(from < to || expression === '', `${expression} ${read.span}`);
  }
});

// Messages that AWS gave for these: https://github.com/floci-io/floci/issues/2745
for (const [expression, message, marked] of [
  ['a[1,2)', 'Expected "]", got ","', ','],
  ['"unterminated', 'String literal must be terminated by a matching quote', '"unterminated'],
  ['1 +', 'Unexpected end of expression', '+'],
  ['{"a":}', 'The symbol "}" cannot be used as a unary operator', '}'],
  ['$x :=', 'Unexpected end of expression', '='],
  ['$match("a", /abc', 'No terminating / in regular expression', '$match("a", /abc'],
  ['phone %.other', 'The symbol "." cannot be used as a unary operator', '.'],
  ['', 'Unexpected end of expression', ''],
] as const) {
  reading(`refuses \`${expression}\` in the words of AWS`, () => {
    const read = readExpression(expression);
    assert.ok(read && 'reason' in read);
    assert.is(read.reason, message);
    assert.is(expression.slice(...read.span), marked);
  });
}

reading('says nothing where another engine may read on', () =>
  assert.is(readExpression('$match("a", /(?i)a/)'), undefined),
);

reading('outlives brackets and chains of any depth', () => {
  for (const depth of [100, 1000, 20_000]) {
    for (const text of ['('.repeat(depth), '1+'.repeat(depth), '[a'.repeat(depth) + ']'.repeat(depth)])
      readExpression(text);
  }
});

reading.run();
