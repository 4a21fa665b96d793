import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { validate } from '../../src/compiler/validate/index.js';
import type { Json } from '../../src/source/document.js';
import { readDocument } from '../../src/source/read.js';
import { fixtures } from '../golden.js';
import { changes, mutate, unindented, values } from './mutate.js';
import { withoutText } from './without-text.js';

const mutations = suite('schema: one mistake, one problem');

const plans = ['schema/valid-everything', 'landscape/network', 'landscape/database', 'landscape/webshop'];

const problemsOf = (value: Json) => validate(withoutText(value)).problems;

// An object may make several mistakes of its own.
const { 'an object': _, ...scalars } = values;

for (const plan of plans) {
  const read = readDocument('plan.yaml', readFileSync(join(fixtures, plan, 'plan.yaml'), 'utf8')).value!;
  mutations(`${plan} is valid`, () => assert.equal(problemsOf(read), []));
  // The other one has fields of the same names in many objects, so that it is not clear what was meant.
  const indentation = plan.startsWith('landscape') ? { 'indented too little': unindented } : {};
  for (const [how, change] of Object.entries({ ...changes, ...scalars, ...indentation })) {
    mutations(`${plan}: ${how}`, () => {
      let mistakes = 0;
      for (const changed of mutate(read, change)) {
        const problems = problemsOf(changed);
        mistakes += problems.length;
        if (problems.length > 1) assert.equal(problems, [], JSON.stringify(changed));
      }
      assert.ok(mistakes > 0);
    });
  }
}

mutations.run();
