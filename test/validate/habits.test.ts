import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { habits, meaningOf, typeWords, valueWords } from '../../src/compiler/validate/habits.js';
import { inOtherLetters, plainWord } from '../../src/compiler/validate/spelling.js';
import { fields } from '../../src/generated/validators.js';
import { parameter } from '../../src/schema/parameter.js';
import { plan } from '../../src/schema/plan.js';
import { runner } from '../../src/schema/runner.js';
import { stateTypes } from '../../src/states/index.js';

const words = suite('words of other tools');

const namesOf = (schema: { readonly properties?: object }): readonly string[] =>
  Object.keys(schema.properties ?? {});

const owners: { readonly [owner: string]: readonly string[] } = {
  plan: namesOf(plan),
  Parameters: namesOf(parameter),
  From: ['Ssm', 'SecretsManager', 'Dependency', 'Output', 'Lambda'],
  When: ['Variable', 'StringEquals', 'StringMatches', 'And', 'Or', 'Not', 'Condition'],
  state: fields.cfn!,
  ...fields,
  ...Object.fromEntries(
    stateTypes.map(({ type, schema }) => [`${type} Properties`, Object.keys(schema.properties ?? {})]),
  ),
  Runners: namesOf(runner),
};

for (const [owner, meanings] of Object.entries(habits)) {
  words(`of ${owner}: each means a field that there is, and is none itself`, () => {
    const there = owners[owner]!;
    for (const [word, meaning] of Object.entries(meanings)) {
      assert.is(word, plainWord(word));
      assert.is(inOtherLetters(word, there), undefined, `${owner}.${word} is a field`);
      assert.ok(meaning.includes(' ') || there.includes(meaning), `${owner}.${word}: ${meaning}`);
    }
  });
}

words('of types: each means a type, and is none itself', () => {
  const types = Object.keys(fields);
  for (const [word, meaning] of Object.entries(typeWords)) {
    assert.is(word, plainWord(word));
    assert.not(types.includes(word), word);
    assert.ok(meaning.includes(' ') || types.includes(meaning), `${word}: ${meaning}`);
  }
});

words('in any letters', () => {
  assert.is(meaningOf(typeWords, 'Manual-Approval'), 'approval');
  assert.is(meaningOf(valueWords, 'CommaDelimitedList'), 'List');
  assert.is(meaningOf(typeWords, 'constructor'), undefined);
  assert.is(meaningOf(undefined, 'run'), undefined);
});

words.run();
