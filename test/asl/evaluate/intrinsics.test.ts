import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { seeded } from '../../../src/asl/evaluate/random.js';
import { evaluateExpression } from '../../../src/asl/evaluate/template.js';
import { functionNames } from '../../../src/asl/path/functions.js';
import { intrinsicString } from '../../../src/asl/path/print.js';
import type { Json } from '../../../src/source/document.js';
import { table, thrownBy } from './tables.js';

const functions = suite('intrinsic functions');

const { cases, input } = table('intrinsics');
const call = (text: string, given: Json = input): Json =>
  evaluateExpression(text, 'x.$', { input: given, context: {}, variables: {}, random: seeded(1) });

for (const { call: text, value, error, name = 'States.IntrinsicFailure' } of cases)
  functions(text, async () => {
    if (error === undefined) return assert.equal(call(text), value);
    const thrown = await thrownBy(() => call(text));
    assert.is(thrown.name, name);
    assert.ok(thrown.cause.includes(error), thrown.cause);
    assert.ok(thrown.cause.startsWith("The function 'States."));
  });

functions('every function is in the table', () => {
  const called = new Set(cases.map((one: { readonly call: string }) => one.call.split('(')[0]));
  const untold = functionNames.filter((name) => !called.has(name));
  assert.equal(untold, ['States.UUID']);
});

const json = fc.jsonValue() as fc.Arbitrary<Json>;

functions('text and JSON go both ways', () => {
  fc.assert(
    fc.property(json, (value) => {
      const back = call('States.StringToJson(States.JsonToString($.value))', { value });
      assert.equal(back, JSON.parse(JSON.stringify(value)));
    }),
  );
});

functions('Base64 goes both ways', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
      assert.is(call('States.Base64Decode(States.Base64Encode($.text))', { text }), text);
    }),
  );
});

functions('a text in quotes is what was quoted', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const literal = intrinsicString(text);
      assert.equal(call(`States.Array(${literal})`), [text]);
      assert.is(call(`States.Format(${literal})`), text);
    }),
  );
});

functions('parts of a list are the list', () => {
  fc.assert(
    fc.property(fc.array(json), fc.integer({ min: 1, max: 9 }), (list, size) => {
      const parts = call(`States.ArrayPartition($.list, ${size})`, { list }) as readonly Json[][];
      assert.equal(parts.flat(), list);
      assert.ok(parts.slice(0, -1).every(({ length }) => length === size));
    }),
  );
});

functions('a range has the numbers of a loop', () => {
  const small = fc.integer({ min: -20, max: 20 });
  fc.assert(
    fc.property(small, small, fc.integer({ min: 1, max: 5 }), (from, to, step) => {
      const expected: number[] = [];
      for (let number = from; number <= to; number += step) expected.push(number);
      assert.equal(call(`States.ArrayRange(${from}, ${to}, ${step})`), expected);
    }),
  );
});

functions('what is unique is contained, once', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.integer({ max: 3, min: 0 }), json)), (list) => {
      const unique = call('States.ArrayUnique($.list)', { list }) as readonly Json[];
      for (const item of list)
        assert.is(call('States.ArrayContains($.unique, $.item)', { unique, item }), true);
      assert.equal(call('States.ArrayUnique($.unique)', { unique }), unique);
    }),
  );
});

functions('random numbers are of the seed, within the bounds', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -99, max: 99 }),
      fc.integer({ min: 1, max: 99 }),
      fc.integer(),
      (from, size, seed) => {
        const text = `States.MathRandom(${from}, ${from + size}, ${seed})`;
        const number = call(text) as number;
        assert.ok(Number.isInteger(number) && number >= from && number < from + size);
        assert.is(call(text), number);
      },
    ),
  );
});

functions("a UUID is random, and like Node's", () => {
  const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  assert.match(crypto.randomUUID(), pattern);
  assert.match(String(call('States.UUID()')), pattern);
});

functions('10,000 characters are hashed and encoded, not more', async () => {
  const text = 'x'.repeat(10_000);
  assert.is(call("States.Hash($.text, 'MD5')", { text }), createHash('md5').update(text).digest('hex'));
  for (const name of ['Base64Encode($.text', 'Base64Decode($.text', "Hash($.text, 'MD5'"]) {
    const thrown = await thrownBy(() => call(`States.${name})`, { text: `${text}x` }));
    assert.match(thrown.cause, 'the text has more than 10000 characters');
  }
});

functions.run();
