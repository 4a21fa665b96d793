import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { validate } from '../../src/compiler/validate/index.js';
import { isObject } from '../../src/language/json.js';
import type { Json, JsonObject } from '../../src/source/document.js';
import { readDocument } from '../../src/source/read.js';
import { fixtures } from '../golden.js';

const mutations = suite('schema: one mistake, one problem');

const plans = ['schema/valid-everything', 'landscape/network', 'landscape/database', 'landscape/webshop'];

// Without a text: reading thousands of plans would take most of the time.
const problemsOf = (value: Json) =>
  validate({ file: 'plan.json', text: '', value, problems: [], keys: Object.keys, range: () => [0, 0] })
    .problems;

/** A value once for every key inside it, each time with that key changed. */
function* each(value: Json, change: (object: JsonObject, key: string) => JsonObject): Generator<Json> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const changed of each(item, change)) yield value.with(index, changed);
    }
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      yield change(value, key);
      for (const changed of each(value[key]!, change)) yield { ...value, [key]: changed };
    }
  }
}

const renamed = (rename: (key: string) => string) => (object: JsonObject, key: string) =>
  Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name === key ? rename(key) : name, value]),
  );

const changes: { readonly [how: string]: (object: JsonObject, key: string) => JsonObject } = {
  'a key left out': (object, key) =>
    Object.fromEntries(Object.entries(object).filter(([name]) => name !== key)),
  'a letter left out': renamed((key) => key.slice(0, key.length >> 1) + key.slice((key.length >> 1) + 1)),
  'two letters swapped': renamed((key) => key.replace(/^(.)(.)(.)/, '$1$3$2')),
  'wrong case': renamed((key) => key.toLowerCase()),
};

for (const plan of plans) {
  const read = readDocument('plan.yaml', readFileSync(join(fixtures, plan, 'plan.yaml'), 'utf8')).value!;
  mutations(`${plan} is valid`, () => assert.equal(problemsOf(read), []));
  for (const [how, change] of Object.entries(changes)) {
    mutations(`${plan}: ${how}`, () => {
      let mistakes = 0;
      for (const changed of each(read, change)) {
        const problems = problemsOf(changed);
        mistakes += problems.length;
        if (problems.length > 1) assert.equal(problems, [], JSON.stringify(changed));
      }
      assert.ok(mistakes > 0);
    });
  }
}

mutations.run();
