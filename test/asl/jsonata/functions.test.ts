import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import jsonata from 'jsonata';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { arityOf, functionNames } from '../../../src/asl/jsonata/functions.js';

const functions = suite('functions of JSONata');

const source = readFileSync(createRequire(import.meta.url).resolve('jsonata'), 'utf8');
const bound = [...source.matchAll(/\.bind\('(\w+)', defineFunction\(/g)].map(([, name]) => name!);
const ofStepFunctions = ['partition', 'range', 'hash', 'random', 'uuid', 'parse'];

functions('are those that `jsonata` binds but `$eval`, and those of Step Functions', () => {
  assert.ok(bound.length > 60);
  const all = new Set([...bound, ...ofStepFunctions]);
  all.delete('eval');
  assert.equal([...functionNames].sort(), [...all].sort());
  assert.is(arityOf('eval'), undefined);
});

const refusal = async (expression: string): Promise<string | undefined> => {
  try {
    await jsonata(expression).evaluate(undefined);
    return undefined;
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};
const called = (name: string, count: number) => `$${name}(${Array(count).fill('1').join(', ')})`;

// T0410 and T0411: the arguments, or the context in place of one, do not match the signature.
const mismatch = /^T041[012]$/;

for (const name of functionNames.filter((one) => !ofStepFunctions.includes(one))) {
  functions(`$${name} refuses more and fewer arguments`, async () => {
    const [least, most] = arityOf(name)!;
    if (most !== Number.POSITIVE_INFINITY)
      assert.match((await refusal(called(name, most + 1))) ?? 'accepted', mismatch);
    if (least > 0) assert.match((await refusal(called(name, least - 1))) ?? 'accepted', mismatch);
  });
}

functions('take what their signatures say', () => {
  assert.equal(arityOf('substring'), [1, 3]);
  assert.equal(arityOf('replace'), [2, 4]);
  assert.equal(arityOf('match'), [1, 3]);
  assert.equal(arityOf('reduce'), [2, 3]);
  assert.equal(arityOf('now'), [0, 2]);
  assert.equal(arityOf('clone'), [0, 1]);
  assert.equal(arityOf('keys'), [0, 1]);
  assert.equal(arityOf('zip'), [1, Number.POSITIVE_INFINITY]);
  assert.equal(arityOf('uuid'), [0, 0]);
});

functions.run();
