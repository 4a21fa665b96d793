import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { evaluateExpression, fillTemplate } from '../../../src/asl/evaluate/template.js';
import { table, thrownBy } from './tables.js';

const templates = suite('payload templates');

const { cases, ...data } = table('templates');
const scope = { ...data, random: () => 0 };

for (const { template, value, fails } of cases)
  templates(JSON.stringify(template), async () => {
    if (fails === undefined) assert.equal(fillTemplate(template, scope), value);
    else
      assert.equal(await thrownBy(() => fillTemplate(template, scope)), {
        name: 'States.Runtime',
        cause: fails,
      });
  });

templates('a key of any name', () => {
  const filled = fillTemplate(JSON.parse('{"__proto__": {"x.$": "$.a"}, "constructor.$": "$.a"}'), scope);
  assert.is(JSON.stringify(filled), '{"__proto__":{"x":1},"constructor":1}');
});

templates('nothing can be taken from an input that is null', async () => {
  const { name, cause } = await thrownBy(() => fillTemplate({ 'x.$': '$' }, { ...scope, input: null }));
  assert.is(name, 'States.Runtime');
  assert.is(cause, 'Unable to apply Path transformation to null or empty input.');
});

templates('a field of its own is a path or a function', () => {
  assert.is(evaluateExpression("States.Format('{}!', $.a)", 'CausePath', scope), '1!');
  assert.is(evaluateExpression('$order.id', 'ErrorPath', scope), 7);
});

templates.run();
