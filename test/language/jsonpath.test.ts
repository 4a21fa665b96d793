import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { jsonPath, pathKeys } from '../../src/language/jsonpath.js';

const paths = suite('JSONPath');

paths('names that are no identifiers are quoted', () => {
  assert.is(jsonPath(['output', 'Smoke test', 'ok', 0]), "$.output['Smoke test'].ok[0]");
  assert.is(jsonPath(['output', "it's"]), "$.output['it\\'s']");
  assert.is(jsonPath([]), '$');
  assert.is(jsonPath(['environment'], '$$.Execution.Input'), '$$.Execution.Input.environment');
});

paths('a path is read back to the keys it was written from', () => {
  const keys = fc.array(fc.oneof(fc.string({ minLength: 1 }), fc.nat(99)));
  fc.assert(fc.property(keys, (written) => assert.equal(pathKeys(jsonPath(written)), written)));
});

paths('what names more than one node is not a plain path', () => {
  for (const path of ['$.a[*]', '$..a', '$.a[?(@.b)]', '$[0:2]', 'a.b', 'States.Format(1)']) {
    assert.is(pathKeys(path), undefined, path);
  }
});

paths.run();
