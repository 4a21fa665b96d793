import fc from 'fast-check';
import jsonata from 'jsonata';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readExpression } from '../../../src/asl/jsonata/read.js';
import { kindOf } from '../../../src/asl/jsonata/result.js';
import { compile } from '../../../src/compiler/index.js';
import { virtualProject } from '../../../src/source/virtual.js';

const random = suite('random JSONata');

/** Expressions that start at `$states.input` or at variables of their own; `list` has objects with `name` and `price`. */
const { expression } = fc.letrec<{ readonly expression: string; readonly inner: string }>((tie) => {
  const whole = tie('expression');
  const own = fc.constantFrom('$own', '$other');
  return {
    // Inside a filter or behind a `.` names are fields.
    inner: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom('name', 'price', '$', '$.name', '*', 'list[0]'),
      fc
        .tuple(tie('inner'), fc.constantFrom('=', '&', '+', 'and', '<'), tie('inner'))
        .map((parts) => parts.join(' ')),
      whole,
    ),
    expression: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom(
        '$states.input',
        '$states.input.list',
        '$states.context.State.Name',
        '1',
        "'a'",
        'true',
        'null',
      ),
      fc.constantFrom(
        '$states.input.`a b`',
        '$uuid()',
        '$now()',
        '[]',
        '{}',
        '/* phone */ 2',
        '-1',
        '"\\u00e9"',
      ),
      fc
        .tuple(whole, fc.constantFrom('=', '!=', '&', '+', 'and', 'or', 'in', '<', '~> $string() &'), whole)
        .map((parts) => `(${parts.join(' ')})`),
      fc.tuple(tie('inner')).map(([inner]) => `$states.input.list[${inner}]`),
      fc
        .tuple(tie('inner'), tie('inner'))
        .map(([key, value]) => `$states.input.list{$string(${key}): ${value}}`),
      fc.tuple(tie('inner')).map(([inner]) => `$states.input.list#$index.($index & ${inner})`),
      fc.tuple(tie('inner')).map(([inner]) => `$states.input.list^(>price, ${inner})`),
      fc.tuple(whole, whole, whole).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
      fc.tuple(whole, whole).map((items) => `[${items.join(', ')}]`),
      fc.tuple(whole).map(([value]) => `{'key': ${value}}`),
      fc.tuple(own, whole, whole).map(([name, value, body]) => `(${name} := ${value}; ${name} = ${body})`),
      fc
        .tuple(own, whole)
        .map(([name, body]) => `$map($states.input.list, function(${name}) { [${name}.name, ${body}] })`),
      fc.tuple(whole).map(([value]) => `$string(${value})`),
      fc.tuple(whole, whole).map(([value, other]) => `$append(${value}, ${other})`),
      fc.tuple(whole).map(([value]) => `(${value} ~> $exists)`),
    ),
  };
});

const problems = (text: string) => {
  const plan = {
    Name: 'shop',
    Version: '1.0.0',
    QueryLanguage: 'JSONata',
    States: { A: { Type: 'Pass', Output: `{% ${text} %}` } },
  };
  return compile({ file: 'plan.json', text: JSON.stringify(plan), project: virtualProject({}) }).problems;
};

const accepted = (text: string): boolean => {
  try {
    jsonata(text);
    return true;
  } catch {
    return false;
  }
};

random('gives no alarm when it is anchored', () => {
  let tried = 0;
  fc.assert(
    fc.property(expression, (text) => {
      if (!accepted(text)) return;
      tried++;
      assert.equal(
        problems(text).map(({ code, message }) => `${code} ${message}`),
        [],
        text,
      );
    }),
    { numRuns: 100 },
  );
  assert.ok(tried > 50);
});

const bare = fc.constantFrom<readonly [around: (text: string) => string, refused: boolean]>(
  [(text) => `[${text}, phone]`, true],
  [(text) => `(${text} ? phone : 1)`, true],
  [(text) => `$map(${text}, function($x) { phone })`, true],
  [(text) => `($own := ${text}; phone.number & $own)`, true],
  [(text) => `{'key': [phone[name = 1]], 'other': ${text}}`, true],
  [(text) => `$states.input.list[phone = ${text}]`, false],
  [(text) => `$states.input.list^(phone, ${text})`, false],
  [(text) => `$states.input.list{phone: ${text}}`, false],
  [(text) => `$states.input.list.(phone & ${text})`, false],
);

random('gives one at a bare name where there is no context', () => {
  fc.assert(
    fc.property(expression, bare, (text, [around, refused]) => {
      const whole = around(text);
      if (!accepted(whole)) return;
      const found = problems(whole).map(({ code, place }) => {
        assert.ok('span' in place && place.span);
        return [code, `{% ${whole} %}`.slice(...place.span)];
      });
      assert.equal(found, refused ? [['PLAN2053', 'phone']] : [], whole);
    }),
    { numRuns: 100 },
  );
});

const kinds: { readonly [type: string]: string } = { string: 'text', number: 'number', boolean: 'boolean' };
const kind = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'list' : (kinds[typeof value] ?? 'object');

random('gives a value of the kind that is said, or none', async () => {
  const list = [
    { name: 'a', price: 1 },
    { name: 'b', price: 2 },
  ];
  const states = { input: { list, 'a b': 1 }, context: { State: { Name: 'A' } } };
  let said = 0;
  await fc.assert(
    fc.asyncProperty(expression, async (text) => {
      const read = readExpression(text);
      const expected = read && 'tree' in read ? kindOf(read.tree) : undefined;
      if (expected === undefined) return;
      said++;
      const engine = jsonata(text);
      engine.assign('uuid', () => 'id');
      let value: unknown;
      try {
        value = await engine.evaluate(undefined, { states });
      } catch {
        return;
      }
      if (value !== undefined) assert.is(kind(value), expected, text);
    }),
    { numRuns: 150 },
  );
  assert.ok(said > 25);
});

random.run();
