import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readTemplate } from '../../src/cloudformation/read-template.js';
import { virtualProject } from '../../src/source/virtual.js';

const templates = suite('templates');

const read = (text: string) => readTemplate(virtualProject({ 't.yaml': text }), 't.yaml')!;
const resources = 'Resources: { Bucket: { Type: AWS::S3::Bucket } }\n';

templates('that are not there', () => {
  const project = virtualProject({ 'folder/t.yaml': resources });
  assert.is(readTemplate(project, 't.yaml'), undefined);
  assert.is(readTemplate(project, 'folder'), undefined);
});

templates('declare parameters', () => {
  const { parameters, problems } = read(`${resources}
Parameters:
  Plain: { Type: String }
  Empty: { Type: String, Default: "" }
  Hidden: { Type: String, NoEcho: true }
  HiddenToo: { Type: String, NoEcho: "true" }
  Shown: { Type: String, NoEcho: false }
  Some: { Type: Number, AllowedValues: [1, 2] }
`);
  assert.equal(problems, []);
  const all = [...parameters!.values()];
  assert.equal(
    all.filter(({ hasDefault }) => hasDefault).map(({ name }) => name),
    ['Empty'],
  );
  assert.equal(
    all.filter(({ noEcho }) => noEcho).map(({ name }) => name),
    ['Hidden', 'HiddenToo'],
  );
  assert.equal(parameters!.get('Some')!.allowedValues, ['1', '2']);
});

templates('in JSON and in YAML with short tags say the same', () => {
  const yaml = read(`
Parameters: { Size: { Type: Number } }
Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties: { BucketName: !Sub "x-\${AWS::Region}", Tags: !Unknown [a] }
Outputs:
  "10": { Value: !Ref Bucket }
  Arn: { Value: !GetAtt Bucket.Arn, Condition: Never }
`);
  const json = read(
    JSON.stringify({
      Parameters: { Size: { Type: 'Number' } },
      Resources: { Bucket: { Type: 'AWS::S3::Bucket' } },
      Outputs: { 10: { Value: { Ref: 'Bucket' } }, Arn: { Value: { 'Fn::GetAtt': ['Bucket', 'Arn'] } } },
    }),
  );
  for (const template of [yaml, json]) {
    assert.equal(template.problems, []);
    assert.equal([...template.parameters!.keys()], ['Size']);
    assert.equal([...template.outputs!].sort(), ['10', 'Arn']);
  }
});

const output = 'Outputs: { Name: { Value: x } }\n';

for (const [what, text, known] of [
  ['no macro', `${resources}${output}`, true],
  ['no outputs', resources, true],
  ["Amazon's own macros", `${resources}${output}Transform: [AWS::LanguageExtensions]\n`, true],
  ['SAM', `${resources}${output}Transform: AWS::Serverless-2016-10-31\n`, true],
  ['a macro', `${resources}${output}Transform: [AWS::Serverless-2016-10-31, Ours]\n`, false],
  ['AWS::Include', `${resources}${output}Transform: { Name: AWS::Include, Parameters: {} }\n`, false],
  ['a loop', `${resources}Outputs: { "Fn::ForEach::Each": [X, [a], { "\${X}": { Value: x } }] }\n`, false],
] as const) {
  templates(`with ${what}: outputs are ${known ? '' : 'not '}known`, () => {
    const template = read(text);
    assert.equal(template.problems, []);
    assert.is(template.outputs !== undefined, known);
  });
}

templates('that are broken tell nothing, so that no check fails on them', () => {
  for (const text of ['', '[]', 'x', 'Resources: 1', `Paramters: {}\n${resources}`, 'a: [', '\tx: 1']) {
    const { parameters, outputs, assets, problems } = read(text);
    assert.ok(problems.length > 0, text);
    assert.equal([parameters, outputs, assets], [undefined, undefined, []]);
    assert.ok(problems.every(({ place }) => place.file === 't.yaml'));
  }
});

templates('are no larger than CloudFormation takes', () => {
  const messages = (text: string) => read(text).problems.map(({ code, message }) => `${code} ${message}`);
  const many = (count: number) =>
    JSON.stringify({
      Resources: Object.fromEntries(Array.from({ length: count }, (_, n) => [`T${n}`, { Type: 'A::B::C' }])),
    });
  assert.equal(messages(many(500)), []);
  assert.equal(messages(many(501)), [
    'PLAN5106 `t.yaml` has 501 resources; CloudFormation takes at most 500',
  ]);
  const long = (bytes: number) => `${resources}Description: ${'é'.repeat(1000)}`.padEnd(bytes - 1000, ' ');
  assert.equal(messages(long(1_000_000)), []);
  assert.equal(messages(long(1_000_001)), [
    'PLAN5106 `t.yaml` has 1,000,001 bytes; CloudFormation takes at most 1,000,000',
  ]);
  assert.is(read(many(501)).outputs!.length, 0, 'it is known all the same');
  const parameters = Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`P${n}`, { Type: 'String' }]));
  assert.equal(messages(JSON.stringify({ Parameters: parameters, Resources: { A: { Type: 'B::C::D' } } })), [
    'PLAN5106 `t.yaml` has 201 parameters; CloudFormation takes at most 200',
  ]);
});

templates('of any form are read', () => {
  const section = fc.dictionary(
    fc.constantFrom('A', 'Fn::Transform', 'Fn::ForEach::B', 'Type'),
    fc.jsonValue(),
  );
  const any = fc.oneof(section, fc.jsonValue());
  const template = fc.record(
    { Parameters: any, Resources: any, Outputs: any, Transform: any, Globals: any },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(template, fc.jsonValue()), (value) => {
      const { document, problems } = read(JSON.stringify(value));
      for (const { place } of problems) {
        if (!('path' in place)) continue;
        const [start, end] = document.range(place.path, place.on, place.span);
        assert.ok(start <= end && end <= document.text.length);
      }
    }),
  );
});

templates.run();
