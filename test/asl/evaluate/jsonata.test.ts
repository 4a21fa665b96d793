import jsonata from 'jsonata';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { evaluateJsonata } from '../../../src/asl/evaluate/jsonata/evaluate-jsonata.js';
import type { Json } from '../../../src/source/document.js';
import { table, thrownBy } from './tables.js';

const expressions = suite('JSONata');

const { cases, states, variables } = table('jsonata');
const scope = { states, variables, random: () => 0.25, now: Date.parse('2026-11-23T10:00:00Z') };
const evaluate = (value: Json, field = 'Output') => evaluateJsonata(value, field, scope);

for (const { text, value, fails } of cases)
  expressions(text, async () => {
    if (fails === undefined) return assert.equal(await evaluate(text), value);
    const { name, cause } = await thrownBy(() => evaluate(text));
    assert.is(name, 'States.QueryEvaluationError');
    const told = `The JSONata expression '${text.slice(2, -2).trim()}' specified for the field 'Output' `;
    assert.ok(cause.startsWith(told), cause);
    assert.ok(cause.slice(told.length).includes(fails), cause);
  });

expressions('inside of objects and lists, and the place of one that fails', async () => {
  const value = { a: ['{% $count %}', { b: '{% $count + 1 %}' }], c: 1 };
  assert.equal(await evaluate(value), { a: [3, { b: 4 }], c: 1 });
  const { cause } = await thrownBy(() => evaluate({ a: [1, { b: '{% $no %}' }] }, 'Choices[1]/Output'));
  assert.match(cause, "specified for the field 'Choices[1]/Output/a[1]/b' returned nothing");
});

expressions('what was evaluated is plain, and nothing of the input has changed', async () => {
  const before = JSON.stringify(states);
  const found = await evaluate('{% $append($states.input.list, 6) %}');
  assert.equal(Object.getOwnPropertyNames(found), ['0', '1', '2', '3', '4', '5', 'length']);
  assert.equal(await evaluate('{% $states.input.list ~> $reverse() %}'), [5, 4, 3, 2, 1]);
  assert.is(JSON.stringify(states), before);
});

expressions('the results are those of the language itself', async () => {
  const texts = [
    '$states.input.orders.{ "id": sku, "sum": price * 2 }',
    '$states.input.orders{ sku: price }',
    '$states.input.orders^(>price).sku',
    '$states.input.list[[0..2]]',
    '$reduce($states.input.list, function($a, $b) { $a + $b })',
    '$states.input.orders ~> | $ | { "price": price + 1 } |',
    '$string($states.input)',
    '$lookup($states.input, "text") in ["foo", "bar"]',
    '$split("a,b", ",")',
    '$formatNumber(1234.5, "#,##0.00")',
    '$fromMillis(0)',
    '**.price',
    '$states.input.*.price',
  ];
  for (const text of texts) {
    const plain = JSON.parse(JSON.stringify((await jsonata(text).evaluate(undefined, { states })) ?? null));
    if (plain !== null) assert.equal(await evaluate(`{% ${text} %}`), plain, text);
    else assert.match((await thrownBy(() => evaluate(`{% ${text} %}`))).cause, 'returned nothing');
  }
});

expressions('several at once do not meet', async () => {
  const each = Array.from({ length: 20 }, (_, count) =>
    evaluateJsonata('{% $map([1..5], function($n) { $n * $count }) %}', 'Output', {
      ...scope,
      variables: { count },
    }),
  );
  for (const [count, found] of (await Promise.all(each)).entries())
    assert.equal(
      found,
      [1, 2, 3, 4, 5].map((number) => number * count),
    );
});

expressions.run();
