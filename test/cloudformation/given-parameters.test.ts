import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkGiven } from '../../src/cloudformation/given-parameters.js';
import { readTemplate } from '../../src/cloudformation/read-template.js';
import type { Json } from '../../src/source/document.js';
import { virtualProject } from '../../src/source/virtual.js';

const given = suite('values of stack parameters');

const template = (parameter: string) =>
  readTemplate(
    virtualProject({ 't.yaml': `Parameters: { P: ${parameter} }\nResources: { A: { Type: B::C::D } }` }),
    't.yaml',
  )!;

const problemsOf = (parameter: string, value: Json) => {
  const key = { file: 'plan.yaml' };
  return checkGiven(template(parameter), [{ name: 'P', value, key, place: key }], key);
};

const number = '{ Type: Number }';
const numbers = '{ Type: List<Number> }';
const list = '{ Type: CommaDelimitedList, AllowedValues: [a, b] }';
const one = '{ Type: String, AllowedValues: ["1", true, x] }';
const stored = '{ Type: "AWS::SSM::Parameter::Value<String>", AllowedValues: [x] }';

for (const [parameter, value] of [
  [number, 1.5],
  [number, '-2e3'],
  [number, '${{ Parameters.Any }}'],
  [number, { Ref: 'X' }],
  [numbers, '1, 2'],
  [numbers, [1, '${{ Parameters.Any }}']],
  [list, 'a,b'],
  [list, ['a', 'b', { Ref: 'X' }]],
  [one, 1],
  [one, true],
  [one, 'x'],
  [stored, '/name/of/a/parameter'],
] as const) {
  given(`${parameter} takes ${JSON.stringify(value)}`, () => assert.equal(problemsOf(parameter, value), []));
}

for (const [parameter, value, expected] of [
  [number, '', 'a number'],
  [number, 'x', 'a number'],
  [number, true, 'a number'],
  [number, [1], 'one value of type Number, not a list'],
  [numbers, '1,x', 'a list of numbers'],
  [list, ['a', 'c'], 'one of `a`, `b`'],
  [one, 'true ', 'one of `1`, `true`, `x`'],
] as const) {
  given(`${parameter} refuses ${JSON.stringify(value)}`, () => {
    const [problem, ...more] = problemsOf(parameter, value as Json);
    assert.equal([problem!.code, more], ['PLAN3016', []]);
    assert.ok(problem!.message.endsWith(`takes ${expected}`));
  });
}

given('one misspelt name is one problem', () => {
  const key = { file: 'plan.yaml' };
  const problems = checkGiven(template(number), [{ name: 'p', value: 1, key, place: key }], key);
  assert.equal(
    problems.map(({ code }) => code),
    ['PLAN3015'],
  );
});

given.run();
