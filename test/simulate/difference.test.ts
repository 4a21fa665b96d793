import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { differences } from '../../src/cli/simulate/difference.js';
import type { Json } from '../../src/source/document.js';

const different = suite('what a value is not as expected in');

/** Without `-0`, which JSON does not have, and without the name that objects cannot have as their own. */
const json = fc
  .jsonValue()
  .map((value) => JSON.parse(JSON.stringify(value)) as Json)
  .filter((value) => !JSON.stringify(value).includes('__proto__'));

/** Some of an object's fields, of the objects in it too. */
const part = (value: Json, keep: (key: string) => boolean): Json => {
  if (Array.isArray(value)) return value.map((item) => part(item as Json, keep));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (keep(key) ? [[key, part(inner as Json, keep)]] : [])),
  );
};

different('a value is as expected by itself, and by any part of its objects', () => {
  fc.assert(
    fc.property(json, fc.func(fc.boolean()), (value, keep) => {
      assert.equal(differences(value, value), []);
      assert.equal(differences(part(value, keep), value), []);
    }),
  );
});

different('a change anywhere is found, where it is', () => {
  fc.assert(
    fc.property(
      json,
      fc.array(
        fc.string().filter((key) => key !== '__proto__'),
        { minLength: 1 },
      ),
      (value, keys) => {
        const wrap = (inner: Json): Json =>
          keys.reduceRight<Json>((whole, key) => ({ [key]: [whole] }), inner);
        const path = keys.flatMap((key) => [key, 0]);
        assert.equal(differences(wrap('expected'), wrap({ other: value })), [
          { path, expected: 'expected', found: { other: value } },
        ]);
      },
    ),
  );
});

different('lists are compared as a whole when they are not of one length', () => {
  assert.equal(differences({ a: [1] }, { a: [1, 2] }), [{ path: ['a'], expected: [1], found: [1, 2] }]);
  assert.equal(differences({ a: null }, {}), [{ path: ['a'], expected: null, found: undefined }]);
});

different.run();
