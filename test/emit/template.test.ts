import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { emitTemplate } from '../../src/compiler/emit/template/index.js';
import { inputs, type Resource, type Template, templateOf, templates } from './template-samples.js';

const template = suite('template of a plan');

const ofType = ({ Resources }: Template, type: string): readonly (readonly [string, Resource])[] =>
  Object.entries(Resources).filter(([, resource]) => resource.Type === type);

const tools = (suffix: string, { Resources }: Template): Resource | undefined =>
  Object.entries(Resources).find(([id]) => id.startsWith('PlanccRunnerTools') && id.endsWith(suffix))?.[1];

template('declares the parameters it uses, and the environment', () => {
  assert.equal(Object.keys(templateOf('small').Parameters), [
    'PlanccEnvironment',
    'PlanccPermissionsBoundary',
  ]);
  const { Parameters } = templateOf('everything');
  assert.equal(Object.keys(Parameters), [
    'PlanccEnvironment',
    'PlanccWorkerArn',
    'PlanccPermissionsBoundary',
    'PlanccStoreBucket',
    'PlanccRunnerProgram',
    'ParameterImage',
    'ParameterCpu',
    'ParameterToolsRole',
  ]);
  assert.equal(Parameters.ParameterImage, { Type: 'String', Description: 'Where the tools are' });
  assert.is(Parameters.ParameterCpu!.Type, 'Number');
});

template('is the same for the same plan, whatever its version', () => {
  const versioned = { ...inputs.small, plan: { ...inputs.small.plan, version: '9.9.9' } };
  assert.is(JSON.stringify(emitTemplate(versioned)), JSON.stringify(emitTemplate(inputs.small)));
});

template('puts the boundary on every role that has none', () => {
  const given = (id: string, boundary: unknown) => [id, JSON.stringify(boundary)] as const;
  const found = ofType(templateOf('everything'), 'AWS::IAM::Role').map(([id, { Properties }]) =>
    given(id, Properties.PermissionsBoundary),
  );
  const [ours] = found;
  assert.match(ours![1], 'PlanccPermissionsBoundary');
  assert.is(found.length, 8);
  for (const [id, boundary] of found) {
    if (id === 'BoundRole') assert.match(boundary, 'policy/own');
    else assert.is(boundary, ours![1], id);
  }
});

template('keeps what the role may do with the machine apart from the role', () => {
  const { Resources } = templateOf('everything');
  const { PolicyDocument, Roles } = Resources.PlanccOwnPolicy!.Properties;
  assert.equal(Roles, [{ Ref: 'PlanccRole' }]);
  assert.equal(
    PolicyDocument.Statement.map((one: { Action: string[] }) => one.Action),
    [['states:DescribeExecution', 'states:StopExecution'], ['states:StartExecution']],
  );
  assert.not.match(JSON.stringify(Resources.PlanccRole), 'PlanccStateMachine');
});

/** The resources that a resource waits for. */
function needs({ Resources }: Template, id: string): readonly string[] {
  const text = JSON.stringify(Resources[id]);
  const pointsAt = (other: string) =>
    new RegExp(`"Ref":"${other}"|"Fn::GetAtt":\\[?"${other}[".]|\\$\\{${other}[.}]`).test(text) ||
    Resources[id]!.DependsOn?.includes(other);
  return Object.keys(Resources).filter(pointsAt);
}

template('allows what is known when the stack is made, and anything for what is not', () => {
  const input = inputs.everything;
  const [known] = input.statements[2]!.resources;
  const emitted = emitTemplate({ ...input, statements: [{ ...input.statements[2]!, resources: [known!] }] });
  assert.match(
    JSON.stringify(emitted.Resources),
    '"Resource":[{"Fn::Sub":"arn:${AWS::Partition}:s3:::${ParameterImage}/*"}]',
  );
  const { Policies } = templateOf('everything').Resources.PlanccRole!.Properties;
  assert.match(
    JSON.stringify(Policies),
    '"Action":["s3:GetObject"],"Resource":["*"]',
    'secrets are not known',
  );
});

template('has no resource that waits for itself', () => {
  for (const [name, sample] of templates) {
    const visit = (id: string, above: readonly string[]) => {
      assert.not(above.includes(id), `${name}: ${[...above, id].join(' → ')}`);
      for (const other of needs(sample, id)) visit(other, [...above, id]);
    };
    for (const id of Object.keys(sample.Resources)) visit(id, []);
  }
  assert.equal(needs(templateOf('everything'), 'PlanccOwnPolicy'), ['PlanccStateMachine', 'PlanccRole']);
});

template('puts policies that are too long for the role beside it, made before the machine', () => {
  const many = templateOf('manyFunctions');
  const policies = ofType(many, 'AWS::IAM::ManagedPolicy');
  assert.ok(policies.length > 1);
  assert.equal(
    many.Resources.PlanccStateMachine!.DependsOn,
    policies.map(([id]) => id),
  );
  const functions = policies.flatMap(([, { Properties }]) =>
    Properties.PolicyDocument.Statement.flatMap(({ Resource }: { Resource: unknown[] }) => Resource),
  );
  assert.is(functions.length, 300);
  assert.is(many.Resources.PlanccRole!.Properties.Policies.length, 1);
  assert.is(templateOf('everything').Resources.PlanccStateMachine!.DependsOn, undefined);
});

template('gives references of a runner the values of the stack', () => {
  const [, , container] = tools('TaskDefinition', templateOf('everything'))!.Properties.ContainerDefinitions;
  assert.equal(container.Image, { 'Fn::Sub': 'public.ecr.aws/docker/library/${ParameterImage}:1.4.0' });
  assert.equal(container.Environment.slice(0, 5), [
    { Name: 'STAGE', Value: { Ref: 'PlanccEnvironment' } },
    { Name: 'SIZE', Value: '3' },
    { Name: 'REGION', Value: { Ref: 'AWS::Region' } },
    { Name: 'TOPIC', Value: { 'Fn::Sub': '${Topic.TopicName}-${PlanccEnvironment}' } },
    { Name: 'SHELL', Value: { 'Fn::Join': ['', ['${HOME:-', { Ref: 'PlanccEnvironment' }, '}']] } },
  ]);
});

template('copies an intrinsic without references as it is', () => {
  const { Resources } = templateOf('everything');
  const { ContainerDefinitions } = Resources.PlanccRunnerBigTaskDefinition!.Properties;
  assert.equal(ContainerDefinitions[2].Image, {
    'Fn::Sub': '${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/tools:1',
  });
});

template('takes the size of a runner from its plan, the rest from Fargate', () => {
  const size = (id: string) => {
    const { Cpu, Memory, RuntimePlatform } = templateOf('everything').Resources[id]!.Properties;
    return [Cpu, Memory, RuntimePlatform.CpuArchitecture];
  };
  assert.equal(size('PlanccRunnerBigTaskDefinition'), [{ Ref: 'ParameterCpu' }, '8192', 'ARM64']);
  assert.equal(size('PlanccRunnerForeignTaskDefinition'), ['512', '1024', 'X86_64']);
});

template('gives a runner what it needs through its role: ours, or one of the resources', () => {
  const everything = templateOf('everything');
  const attached = ofType(everything, 'AWS::IAM::Policy')
    .filter(([id]) => id !== 'PlanccOwnPolicy')
    .map(([id, { Properties }]) => [id.replace(/[0-9a-f]{8}(?=Task)/, ''), Properties.Roles[0].Ref]);
  assert.equal(attached, [
    ['PlanccRunnerToolsTaskPolicy', 'JobRole'],
    ['PlanccRunnerMoreToolsTaskPolicy', 'JobRole'],
    ['PlanccRunnerBigTaskPolicy', 'PlanccRunnerBigTaskRole'],
  ]);
  const names = ofType(everything, 'AWS::IAM::Policy').map(([, { Properties }]) => Properties.PolicyName);
  assert.is(new Set(names).size, names.length, 'policies of one role need different names');
  assert.is(tools('TaskRole', everything), undefined);
  const { TaskRoleArn } = everything.Resources.PlanccRunnerForeignTaskDefinition!.Properties;
  assert.equal(TaskRoleArn, { Ref: 'ParameterToolsRole' });
});

template('shows tags of the plan as text', () => {
  assert.equal(templateOf('everything').Resources.PlanccStateMachine!.Properties.Tags, [
    { Key: 'team', Value: 'payments' },
    { Key: 'cost centre', Value: '4711' },
    { Key: 'plancc:plan', Value: 'webshop' },
    { Key: 'plancc:environment', Value: { Ref: 'PlanccEnvironment' } },
  ]);
});

template.run();
