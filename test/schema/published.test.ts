import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type SchemaObject } from 'ajv';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { validate } from '../../src/compiler/validate/index.js';
import { planSchema } from '../../src/schema/published.js';
import type { Json } from '../../src/source/document.js';
import { readDocument } from '../../src/source/read.js';
import { corpusPlans } from '../asl-corpus.js';
import { cases, fixtures } from '../golden.js';
import { changes, mutate, values } from '../validate/mutate.js';
import { withoutText } from '../validate/without-text.js';
import { editorKeywords } from './editor/keywords.js';

const published = suite('schema: published');

const ajv = new Ajv({
  strict: true,
  allowUnionTypes: true,
  keywords: [...editorKeywords],
});
const isValid = ajv.compile(planSchema() as SchemaObject);

const read = (...path: string[]): Json => {
  const file = join(fixtures, ...path);
  return readDocument(file, readFileSync(file, 'utf8')).value!;
};
const accepts = (plan: Json) => assert.ok(isValid(plan), JSON.stringify(isValid.errors));

const everything = read('schema', 'valid-everything', 'plan.yaml');

published('accepts a plan with everything in it', () => accepts(everything));

for (const name of cases('landscape')) {
  published(`accepts landscape/${name}`, () => accepts(read('landscape', name, 'plan.yaml')));
}

for (const { file, plan } of corpusPlans() ?? []) published(`accepts ${file}`, () => accepts(plan));

/**
 * What only the compiler says: which fields exclude each other or need one another, versions and their ranges, and what
 * a text must look like where a function may stand, since an editor takes `!Ref Topic` for `Topic`.
 */
const compilerOnly =
  /has none of|can have only one of|has no `Version`|a range of versions|must be (an ARN|a path such as|a time such as)/;

for (const [how, change] of Object.entries({ ...changes, ...values })) {
  published(`agrees with the compiler on ${how}`, () => {
    for (const plan of mutate(everything, change)) {
      const { problems } = validate(withoutText(plan));
      if (!isValid(plan)) assert.not.equal(problems, [], JSON.stringify(isValid.errors));
      else
        assert.equal(
          problems.filter(({ message }) => !compilerOnly.test(message)),
          [],
        );
    }
  });
}

published.run();
