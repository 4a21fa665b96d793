import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { validate } from '../../src/compiler/validate/index.js';
import type { Json } from '../../src/source/document.js';
import { readDocument } from '../../src/source/read.js';
import { withoutText } from './without-text.js';

const limits = suite('schema: large and strange plans');

const header = { Name: 'large', Version: '1.0.0' };

const many = (count: number, state: Json) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`S${index}`, state && { ...(state as object) }]),
  );

limits('a hundred problems are shown, the others counted', () => {
  const { problems } = validate(
    withoutText({ ...header, States: many(250, { Type: 'Pass', Nxt: 'A' }) as Json }),
  );
  assert.is(problems.length, 101);
  assert.equal(problems.at(-1)!.code, 'PLAN1011');
  assert.match(problems.at(-1)!.message, '150 more problems');
});

limits('one state with more mistakes than are shown', () => {
  const fields = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`Field${index}`, 1]));
  const { problems } = validate(withoutText({ ...header, States: { A: { Type: 'Pass', ...fields } } }));
  assert.is(problems.length, 101);
  assert.match(problems.at(-1)!.message, '4900 more problems');
});

limits('long lists of mistakes', () => {
  const retriers = Array.from({ length: 20_000 }, () => ({}));
  const states = { A: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Retry: retriers } };
  const parameters = many(20_000, { Typ: 'String' }) as Json;
  const { problems } = validate(withoutText({ ...header, Parameters: parameters, States: states }));
  assert.match(problems.at(-1)!.message, '39900 more problems');
});

limits('nesting deeper than calls', () => {
  let scope: Json = { States: { Deepest: { Type: 'Nothing' } } };
  for (let depth = 0; depth < 2_000; depth++) {
    scope = { States: { [`S${depth}`]: { Type: 'Parallel', Branches: [scope] } } };
  }
  const { problems, invalid } = validate(withoutText({ ...header, ...(scope as object) }));
  assert.equal(
    problems.map(({ code }) => code),
    ['PLAN1004'],
  );
  assert.is(invalid.size, 1);
});

limits('a state that an alias repeats is wrong once, and known to be wrong in both places', () => {
  const text = `
Name: alias
Version: 1.0.0
States:
  A: &wait { Type: Wait, Second: 5 }
  B: *wait
`;
  const document = readDocument('plan.yaml', text);
  const { problems, invalid } = validate(document);
  assert.is(problems.length, 1);
  const { A, B } = (document.value as unknown as { States: { A: Json; B: Json } }).States;
  assert.ok(invalid.has(A) && invalid.has(B));
});

limits('a version from outside stands in for that of the plan', () => {
  const plan = withoutText({ Name: 'a', States: { A: { Type: 'Succeed' } } });
  assert.equal(validate(plan, { version: '1.0.0' }).problems, []);
  assert.is(validate(plan).problems.length, 1);
});

limits('names that objects of JavaScript have anyway', () => {
  const state = { Type: 'constructor' };
  const fields = JSON.parse('{"Type":"Pass","__proto__":1,"hasOwnProperty":2,"toString":3}') as Json;
  const { problems } = validate(withoutText({ ...header, States: { constructor: state, toString: fields } }));
  assert.equal(
    problems.map(({ code }) => code),
    ['PLAN1004', 'PLAN1003', 'PLAN1003', 'PLAN1003'],
  );
});

limits('types that are names of scopes', () => {
  const { problems } = validate(
    withoutText({ ...header, States: { A: { Type: 'plan' }, B: { Type: 'body' } } }),
  );
  assert.equal(
    problems.map(({ code }) => code),
    ['PLAN1004', 'PLAN1004'],
  );
});

limits('a document that could not be read has nothing to validate', () => {
  assert.equal(validate(readDocument('plan.yaml', '')).problems, []);
});

limits.run();
