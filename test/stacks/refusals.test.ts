import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { StackRequest } from '../../src/ports/stacks.js';
import { newStacks, outputsOf, reasonOf } from './stacks.js';

const refusals = suite('what recorded stacks refuse as CloudFormation does');

const queue = 'Resources: { Queue: { Type: AWS::SQS::Queue } }';
const role = (properties: string): string =>
  `Resources: { Role: { Type: AWS::IAM::Role, Properties: ${properties} } }`;

type Refused = readonly [what: string, template: string, request: Partial<StackRequest>, reason: RegExp];

const refused: readonly Refused[] = [
  [
    'a role without a capability',
    role('{}'),
    { capabilities: [] },
    /^Requires capabilities : \[CAPABILITY_IAM\]$/,
  ],
  [
    'a role with a name without its capability',
    role('{ RoleName: r }'),
    { capabilities: ['CAPABILITY_IAM'] },
    /^Requires capabilities : \[CAPABILITY_NAMED_IAM\]$/,
  ],
  [
    'a macro without its capability',
    `Transform: AWS::LanguageExtensions\n${queue}`,
    { capabilities: ['CAPABILITY_IAM'] },
    /^Requires capabilities : \[CAPABILITY_AUTO_EXPAND\]$/,
  ],
  [
    'a function of SAM that needs a role without a capability',
    'Transform: AWS::Serverless-2016-10-31\nResources: { F: { Type: AWS::Serverless::Function } }',
    { capabilities: ['CAPABILITY_AUTO_EXPAND'] },
    /^Requires capabilities : \[CAPABILITY_IAM\]$/,
  ],
  [
    'resources that need each other',
    'Resources:\n  A: { Type: AWS::SNS::Topic, Properties: { TopicName: !Ref B } }\n  B: { Type: AWS::SNS::Topic, DependsOn: A }',
    {},
    /^Circular dependency between resources: \[A, B\]$/,
  ],
  [
    'a resource that needs what is not there',
    'Resources: { A: { Type: AWS::SNS::Topic, DependsOn: [B] } }',
    {},
    /^Template format error: Unresolved resource dependencies \[B\] in the Resources block of the template$/,
  ],
  ['no template', 'Ressources: {}', {}, /^Template format error: .*`Ressources`/],
  ['no YAML', 'Resources: {', {}, /^Template format error: /],
  ['no resources', 'Description: nothing', {}, /^Template format error: .*no `Resources`/],
  ['a name with a space', queue, { name: 'my stack' }, /^`my stack` is no name of a stack/],
  ['a name that leads elsewhere', queue, { name: '../x' }, /^`..\/x` is no name of a stack/],
  ['a region that leads elsewhere', queue, { region: '../x' }, /^`..\/x` is no name of a region$/],
  ['a role that is none', queue, { assumeRoleArn: 'deployer' }, /^`deployer` is no ARN of a role$/],
  [
    'conditions that need each other',
    `Conditions: { A: !Not [{ Condition: B }], B: !Not [{ Condition: A }] }\n${queue}`,
    {},
    /^Template format error: Circular condition dependency A in the Conditions block/,
  ],
];

for (const [what, template, request, reason] of refused) {
  refusals(what, async () => {
    const { deploy, folder, remove } = newStacks();
    assert.match(reasonOf(await deploy(template, request)) ?? '', reason);
    if (request.name === undefined)
      assert.equal(await remove(), { status: 'done', outputs: {}, changes: [] }, folder);
  });
}

refusals('a capability that covers it is enough', async () => {
  for (const capabilities of [['CAPABILITY_IAM'], ['CAPABILITY_NAMED_IAM']]) {
    assert.is(reasonOf(await newStacks().deploy(role('{}'), { capabilities })), undefined);
  }
});

refusals('a resource of another type in the place of one', async () => {
  const { deploy } = newStacks();
  await deploy(queue);
  assert.is(
    reasonOf(await deploy(queue.replace('SQS::Queue', 'SNS::Topic'))),
    'Update of resource type is not permitted. The new template modifies resource type of the following resources: [Queue]',
  );
});

refusals('exports that are taken or in use', async () => {
  const { deploy, remove } = newStacks();
  const exporting = (value: string) =>
    `${queue}\nOutputs: { A: { Value: ${value}, Export: { Name: !Sub "\${AWS::Region}-a" } } }`;
  const importing =
    'Resources: { T: { Type: AWS::SNS::Topic, Properties: { TopicName: !ImportValue local-a } } }\nOutputs: { T: { Value: !GetAtt T.TopicName } }';
  const reason = async (template: string, more: Partial<StackRequest>) =>
    reasonOf(await deploy(template, more));
  assert.is(await reason(importing, { name: 'user' }), 'No export named local-a found');
  assert.is(await reason(exporting('1'), { name: 'giver' }), undefined);
  assert.equal(outputsOf(await deploy(importing, { name: 'user' })), { T: '1' });
  assert.is(
    await reason(exporting('1'), { name: 'other' }),
    'Export with name local-a is already exported by stack giver',
  );
  assert.is(await reason(exporting('1'), { name: 'other', region: 'eu-west-1' }), undefined);
  assert.is(
    await reason(exporting('2'), { name: 'giver' }),
    'Export local-a cannot be updated as it is in use by user',
  );
  assert.is(
    await reason(queue, { name: 'giver' }),
    'Export local-a cannot be deleted as it is in use by user',
  );
  assert.is(
    reasonOf(await remove({ name: 'giver' })),
    'Export local-a cannot be deleted as it is in use by user',
  );
  assert.is(reasonOf(await remove({ name: 'user' })), undefined);
  assert.is(reasonOf(await remove({ name: 'giver' })), undefined);
});

refusals('what a macro may make is not missed', async () => {
  const { deploy } = newStacks();
  const sam =
    'Transform: AWS::Serverless-2016-10-31\nResources: { F: { Type: AWS::Serverless::Function } }\nOutputs: { R: { Value: !GetAtt FRole.Arn } }';
  assert.equal(outputsOf(await deploy(sam)), { R: '<FRole.Arn>' });
});

refusals.run();
