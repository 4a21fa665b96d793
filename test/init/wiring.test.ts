import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { stringify } from 'yaml';
import { textOf } from '../../src/cli/init/plan-text.js';
import { recognise } from '../../src/cli/init/recognise/index.js';
import { planOf } from '../../src/cli/init/recognise/plan.js';
import { compile } from '../../src/compiler/index.js';
import { virtualProject } from '../../src/source/virtual.js';
import { shown } from '../golden.js';

const wiring = suite('values that plancc init finds for stack parameters');

type Files = { readonly [path: string]: string };

const planFor = (files: Files): string => {
  const { parts, leftOut } = recognise(virtualProject(files));
  assert.equal(leftOut, []);
  return textOf(planOf(parts, 'shop').plan);
};

const check = (files: Files): string => {
  const text = planFor(files);
  assert.is(shown(compile({ file: 'plan.yaml', text, project: virtualProject(files) })), '', text);
  return text;
};

const template = (parameters: object, outputs: readonly string[]): string =>
  stringify({
    AWSTemplateFormatVersion: '2010-09-09',
    Parameters: parameters,
    Resources: { Topic: { Type: 'AWS::SNS::Topic' } },
    Outputs: Object.fromEntries(outputs.map((name) => [name, { Value: { Ref: 'Topic' } }])),
  });
const text = { Type: 'String' };

wiring('stacks that need each other: the one that comes first asks the Parameter Store', () => {
  const plan = check({
    'templates/a.yaml': template({ FromB: text }, ['FromA']),
    'templates/b.yaml': template({ FromA: text }, ['FromB']),
  });
  assert.match(plan, 'FromA: ${{ Parameters.FromA }}');
  assert.match(plan, 'FromB: ${{ States.B.FromB }}');
});

wiring('an output that two stacks have is taken from neither, and no secret from any', () => {
  const plan = check({
    'templates/a.yaml': template({}, ['Url', 'Key']),
    'templates/b.yaml': template({}, ['Url']),
    'templates/c.yaml': template({ Url: text, Key: { Type: 'String', NoEcho: true } }, []),
  });
  assert.match(
    plan,
    '# An output of `A` and of `B`: take it from the one that is meant.\n        Url: ${{ Parameters.Url }}',
  );
  assert.match(plan, 'Key: ${{ Parameters.Key }}');
  assert.match(plan, 'Secret: true');
});

wiring('parameters of one name but of two kinds are two', () => {
  const plan = check({
    'templates/a.yaml': template({ Size: text }, []),
    'templates/b.yaml': template({ Size: { Type: 'Number' } }, []),
    'templates/c.yaml': template({ Size: text }, []),
  });
  assert.match(plan, 'Size: ${{ Parameters.BSize }}');
  assert.is(plan.match(/Size: \$\{\{ Parameters\.Size \}\}/g)?.length, 2);
  assert.match(plan, '{ Ssm: "/${{ Distribution.Name }}/${{ Environment }}/b-size" }');
});

wiring('folders of any name become states, and no two of one name', () => {
  const plan = check({
    'templates/network.yaml': template({}, []),
    'network/template.yaml': template({}, []),
    '日本/template.yaml': template({}, []),
    'Größe/template.yaml': template({}, []),
    'services/a/infra/template.yaml': template({}, []),
    'services/b/infra/template.yaml': template({}, []),
    '2-$it\'s "odd"/template.yaml': template({ A: text }, []),
  });
  for (const state of [
    'TemplatesNetwork',
    'Network',
    'Stack',
    'ItSOdd',
    'Grosse',
    'ServicesAInfra',
    'ServicesBInfra',
  ])
    assert.match(plan, `\n  ${state}:\n    Type: cfn`);
});

wiring('the name that samconfig.toml gives a stack is kept, unless several have it', () => {
  const sam =
    'Transform: AWS::Serverless-2016-10-31\nResources: { T: { Type: AWS::Serverless::SimpleTable } }\n';
  const config = (stack: string) => `[default.deploy.parameters]\nstack_name = "${stack}"\n`;
  const files = { 'a/template.yaml': sam, 'b/template.yaml': sam, 'c/template.yaml': sam };
  const plan = check({
    ...files,
    'a/samconfig.toml': config('sam-app'),
    'b/samconfig.toml': config('sam-app'),
    'c/samconfig.toml': config('letters'),
  });
  const names = [...plan.matchAll(/StackName: \$\{\{ Environment \}\}-(.*)/g)].map(([, name]) => name);
  const own = (state: string) => `\${{ Distribution.Name }}-${state}`;
  assert.equal(names, [own('a'), own('b'), 'letters']);
});

const name = fc.constantFrom(
  'VpcId',
  'Url',
  'Environment',
  'DbPassword',
  'A',
  'odd name',
  'x-y',
  'null',
  '0',
);
const parameter = fc.oneof(
  fc.constant({ Type: 'String' }),
  fc.constant({ Type: 'Number', AllowedValues: [1, 2] }),
  fc.constant({ Type: 'CommaDelimitedList' }),
  fc.constant({ Type: 'String', NoEcho: true, AllowedValues: ['a'] }),
  fc.constant({ Type: 'String', Default: 'a' }),
  fc.constant({ Type: 'AWS::SSM::Parameter::Value<String>' }),
  fc.constant({ Type: 'List<AWS::EC2::Subnet::Id>', Description: 'a: ${{ b }} #c' }),
);
const templates = fc.dictionary(
  fc.constantFrom('templates/a.yaml', 'templates/a-b.yaml', 'a/template.yaml', 'b/template.json', 'x.yml'),
  fc.record({ parameters: fc.dictionary(name, parameter), outputs: fc.uniqueArray(name) }),
  { minKeys: 1 },
);

wiring('whatever the templates of a project are, the plan for them compiles without a warning', () => {
  fc.assert(
    fc.property(templates, (project) => {
      const files = Object.entries(project).map(([path, { parameters, outputs }]) => [
        path,
        path.endsWith('.json')
          ? JSON.stringify({ Parameters: parameters, Resources: { T: { Type: 'AWS::SNS::Topic' } } })
          : template(parameters, outputs),
      ]);
      check(Object.fromEntries(files));
    }),
    { numRuns: 100 },
  );
});

wiring.run();
