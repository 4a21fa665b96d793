import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findPath, readPath } from '../../../src/asl/evaluate/path/read-path.js';
import { writePath } from '../../../src/asl/evaluate/path/write-path.js';
import { jsonPath } from '../../../src/asl/path/print.js';
import type { Json } from '../../../src/source/document.js';
import { table, thrownBy } from './tables.js';

const paths = suite('paths');

const { cases, ...data } = table('paths');
const scope = { ...data, random: () => 0 };
const scopeOf = (input: Json) => ({ input, context: {}, variables: {}, random: () => 0 });

for (const { path, value, fails } of cases)
  paths(`${path}`, async () => {
    if (fails === undefined) assert.equal(readPath(path, scope), value);
    else {
      const { name, cause } = await thrownBy(() => readPath(path, scope));
      assert.is(name, 'States.Runtime');
      assert.ok(cause.includes(fails), cause);
    }
  });

paths('null is there, what leads to nothing is not', () => {
  assert.is(findPath('$.nothing', scope), null);
  assert.is(findPath('$.nowhere', scope), undefined);
  assert.is(findPath('$missing', scope), undefined);
});

paths('nothing can be taken from an input that is null', async () => {
  const { name, cause } = await thrownBy(() => readPath('$.a', scopeOf(null)));
  assert.is(name, 'States.Runtime');
  assert.is(cause, 'Unable to apply Path transformation to null or empty input.');
  assert.is(readPath('$', scopeOf(null)), null);
});

for (const { input, path, value, output, fails } of table('result-paths').cases)
  paths(`ResultPath ${path} of ${JSON.stringify(input)}`, async () => {
    const before = JSON.stringify(input);
    if (fails === undefined) assert.equal(writePath(input, path, value), output);
    else {
      const expected = { name: 'States.ResultPathMatchFailure', cause: fails };
      assert.equal(await thrownBy(() => writePath(input, path, value)), expected);
    }
    assert.is(JSON.stringify(input), before);
  });

const json = fc.jsonValue() as fc.Arbitrary<Json>;
const keys = fc.array(fc.string({ minLength: 1 }), { maxLength: 5 });

paths('what is written is read, and all else stays', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), json), keys, json, (input, way, value) => {
      const path = jsonPath(way);
      let written: Json;
      try {
        written = writePath(input, path, value);
      } catch {
        // A text or a list is on the way.
        return assert.is(findPath(path, scopeOf(input)), undefined);
      }
      assert.equal(readPath(path, scopeOf(written)), value);
      const [first] = way;
      if (first === undefined) return;
      for (const [key, other] of Object.entries(input))
        if (key !== first) assert.equal((written as Record<string, Json>)[key], other);
    }),
  );
});

paths('every value is found by its own path, and by `..` with its key', () => {
  const walk = (value: Json, way: readonly (string | number)[], root: Json): void => {
    const path = jsonPath(way);
    assert.is(findPath(path, scopeOf(root)), value);
    if (typeof value !== 'object' || value === null) return;
    const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
    for (const [key, inner] of entries) {
      const found = findPath(`$..${jsonPath([key]).replace(/^\$\.?/, '')}`, scopeOf(root));
      assert.ok((found as readonly Json[]).includes(inner));
      walk(inner, [...way, key], root);
    }
  };
  fc.assert(
    fc.property(json, (root) => walk(root, [], root)),
    { numRuns: 50 },
  );
});

paths('a slice with one bound is that of a list', () => {
  const bound = fc.integer({ min: -12, max: 12 });
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 10 }), bound, (list, at) => {
      assert.equal(readPath(`$[${at}:]`, scopeOf(list)), list.slice(at));
      assert.equal(readPath(`$[:${at}]`, scopeOf(list)), list.slice(0, at));
    }),
  );
});

paths.run();
