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
  return checkGiven(template(parameter), [{ name: 'P', value, key, place: key }], {
    place: key,
    under: 'Parameters',
    settings: [],
  });
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
  [number, [1], 'one value of type Number'],
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
  const problems = checkGiven(template(number), [{ name: 'p', value: 1, key, place: key }], {
    place: key,
    under: 'Parameters',
    settings: [],
  });
  assert.equal(
    problems.map(({ code }) => code),
    ['PLAN3015'],
  );
});

const three = readTemplate(
  virtualProject({
    't.yaml':
      'Parameters: { Alpha: { Type: String }, Beta: { Type: String }, Size: { Type: String, Default: a } }\n' +
      'Resources: { A: { Type: B::C::D } }',
  }),
  't.yaml',
)!;

/** Each problem with what it names and suggests. */
const told = (...names: readonly string[]) => {
  const key = { file: 'plan.yaml' };
  return checkGiven(
    three,
    names.map((name) => ({ name, value: 'x', key, place: key })),
    { place: key, under: 'Parameters', settings: ['Region'] },
  ).map(({ message, help }) => `${message}: ${help}`);
};

const all = 'parameters of t.yaml: Alpha, Beta, Size';

given('a name that is far off is taken for the one that is left over', () => {
  assert.equal(told('Alfa', 'Betta'), [
    `\`t.yaml\` has no parameter \`Alfa\`: did you mean \`Alpha\`? ${all}`,
    `\`t.yaml\` has no parameter \`Betta\`: did you mean \`Beta\`? ${all}`,
  ]);
});

given('a name that means another parameter is not taken for the one that is left over', () => {
  assert.equal(told('Alpha', 'Sizes'), [
    `\`t.yaml\` has no parameter \`Sizes\`: did you mean \`Size\`? ${all}`,
    '`Beta` of `t.yaml` has neither a value nor a default: add `Beta: …` under `Parameters`, or a `Default` in the template',
  ]);
});

given('a name is not guessed where several are left over', () => {
  assert.equal(told('Other').length, 2);
});

given('a setting of the state is not taken for the one that is left over', () => {
  assert.equal(told('Alpha', 'Region'), [
    '`t.yaml` has no parameter `Region`: move it out of `Parameters`: `Region` is a property of the state',
    '`Beta` of `t.yaml` has neither a value nor a default: add `Beta: …` under `Parameters`, or a `Default` in the template',
  ]);
});

for (const [parameter, value] of [
  ['{ Type: String, NoEcho: true, AllowedValues: [hunter2, hunter3] }', 'hunter1'],
  ['{ Type: Number, NoEcho: true }', 'hunter1'],
] as const) {
  given(`nothing is told of a value that is hidden: ${parameter}`, () => {
    const [problem] = problemsOf(parameter, value);
    assert.is(problem!.concealed, true);
    assert.not.match(JSON.stringify(problem), 'hunter');
  });
}

given.run();
