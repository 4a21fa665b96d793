import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { namesIn } from '../../../src/asl/jsonata/names.js';
import { readExpression } from '../../../src/asl/jsonata/read.js';

const naming = suite('names in JSONata');

const names = (expression: string) => {
  const read = readExpression(expression);
  assert.ok(read && 'tree' in read, expression);
  return namesIn(read.tree, expression);
};

/** What is read at the top level; each name must be where its span says. */
const atTop = (expression: string): readonly string[] => {
  const { context } = names(expression);
  for (const { name, span } of context) assert.is(expression.slice(...span), name);
  return [...new Set(context.map(({ name }) => name))];
};

// Verdicts that AWS gave on these as the `Output` of a Pass: https://github.com/floci-io/floci/pull/2699
const refused: { readonly [name: string]: readonly string[] } = {
  phone: [
    ...['phone', 'phone[0].number', 'phone.number.street', '-phone', 'phone ? 1 : 2'],
    ...['$states.input.a ? phone : 2', "phone & 'x'", 'phone in $states.input.b', '$sum(phone)', 'phone(1)'],
    ...['phone ~> $string()', '[1..phone]', '(phone)', '(phone).other', '[phone].other', '[phone, 1]'],
    ...['{phone: 1}', '($x := phone; $x)', '$map($states.input.a, function($y){ phone })'],
    ...['$count(phone[inner])', 'phone.**.deeper'],
  ],
  $: ['$', '$.phone', '$[0]', '$string($)', '$map($states.input.a, function($x){ $ })'],
  $$: ['$$', '$$.phone'],
};
const accepted = [
  ...['$states.input.phone', '$states.input.a.phone', '$states.input.a[0].phone', '$states.input.a.phone[0]'],
  ...['$states.input.items[phone > 3]', '$states.input.a^(phone)', "$states.input.a{'k': phone}"],
  ...['$states.input.a.(phone)', '$states.input.a.$phone', '$phone', '$states.input.a ~> $string()'],
  ...["$states.input ~> |phone|{'b': 1}|", '**.phone', "{'k': 1}.phone", '$states.input.a[0][phone]'],
  ...[
    '$states.input.a[$ > 1]',
    'function($x){ $x.phone }',
    '$map($states.input.a, function($x){ $x.phone })',
  ],
  ...["'phone'", '1 + 1', '$now()'],
];

for (const [name, expressions] of Object.entries(refused))
  naming(`read \`${name}\` where AWS does`, () => {
    for (const expression of expressions) assert.equal(atTop(expression), [name], expression);
  });

naming('read nothing where AWS reads nothing', () => {
  for (const expression of accepted) assert.equal(atTop(expression), [], expression);
});

naming('are those of blocks, functions and paths, or they are free', () => {
  const free = (expression: string) => names(expression).variables.map(({ name }) => name);
  assert.equal(free('($x := 1; $x + $y)'), ['y']);
  assert.equal(free('($x := 1) + $x'), ['x']);
  assert.equal(free('function($x) { $x + $y }'), ['y']);
  assert.equal(free('$map($a, function($x) { $x }) & $x'), ['a', 'x']);
  assert.equal(free('$a@$x.b#$i.($x & $i) & $x & $i'), ['a', 'x', 'i']);
  assert.equal(free('$a.b[0]#$i[$i = 1]'), ['a']);
  assert.equal(free('($f := function() { $later }; $later := 1)'), []);
  assert.equal(free('$states.input.a[$$.b = c]'), ['states', '$']);
});

naming('are called with what is written, and what stands before `~>`', () => {
  const calls = (expression: string) => names(expression).calls.map(({ name, given }) => [name, given]);
  assert.equal(calls('$f(1, 2)'), [['f', 2]]);
  assert.equal(calls('1 ~> $f(2)'), [['f', 2]]);
  assert.equal(calls('1 ~> $f'), [['f', undefined]]);
  assert.equal(calls('$f(?, 1)'), [['f', undefined]]);
  assert.equal(calls('$f(1)(2, 3)'), [['f', 1]]);
  assert.equal(calls('($f := function() { 1 }; $f())'), []);
  assert.equal(calls('$a.b.$f(c)'), [['f', 1]]);
});

naming('of paths are known as far as they are names', () => {
  const [path] = names('$states.context."Execution".`Id`[0].(x)').paths;
  assert.equal(
    path?.keys.map(({ name }) => name),
    ['context', 'Execution', 'Id'],
  );
  assert.equal(names('$states.*.a').paths[0]?.keys, []);
});

naming.run();
