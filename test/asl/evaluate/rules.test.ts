import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { chooses } from '../../../src/asl/evaluate/choice/chooses.js';
import { condition } from '../../../src/asl/states/rule.js';
import { table, thrownBy } from './tables.js';

const rules = suite('rules of a choice');

const { cases, input } = table('rules');
const scope = { input, context: { State: { Name: 'Here' } }, variables: { count: 3 }, random: () => 0 };

for (const { rule, is, fails } of cases)
  rules(JSON.stringify(rule), async () => {
    if (fails === undefined) assert.is(chooses(rule, scope), is);
    else
      assert.equal(await thrownBy(() => chooses(rule, scope)), {
        name: 'States.Runtime',
        cause: `Invalid path '${fails}': The choice state's condition path references an invalid value.`,
      });
  });

rules('every comparator is in the table', () => {
  const written = new Set(cases.flatMap(({ rule }: { readonly rule: object }) => Object.keys(rule)));
  const known = Object.keys(condition.properties ?? {}).filter((key) => !/^(Condition|Comment)$/.test(key));
  assert.equal(
    known.filter((key) => !written.has(key)),
    [],
  );
});

rules.run();
