import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { reconcile } from '../../src/engines/aws/stacks/index.js';
import type { StackRequest } from '../../src/ports/stacks.js';
import { StatesError } from '../../src/ports/states-error.js';
import { denial, refusal } from '../aws/acting-as.js';
import { fakeClient } from '../aws/fake-client.js';

const refused = suite('change sets that CloudFormation does not make');

const asked: StackRequest = {
  action: 'Deploy',
  name: 'shop',
  template: '{}',
  parameters: { Password: 'open sesame' },
  secret: ['Password'],
  tags: {},
  capabilities: ['CAPABILITY_IAM'],
  disableRollback: false,
  token: 'attempt-1',
};
const arn = 'arn:aws:cloudformation:eu-west-1:123456789012:changeSet/plancc-attempt-1/1';
const stack = (StackStatus: string, more: object = {}) => ({
  Stacks: [{ StackId: 'arn:stack', StackStatus, ...more }],
});

const stepWith = (answers: Parameters<typeof fakeClient>[0], more: Partial<StackRequest> = {}) => {
  const { client, calls } = fakeClient(answers);
  const means = { client, roleArn: 'arn:role', putTemplate: async () => 'https://store/template' };
  return { made: reconcile({ ...asked, ...more }, means), calls };
};

const failedSet = (StatusReason: string) => ({
  DescribeStacks: () => stack('REVIEW_IN_PROGRESS'),
  DescribeChangeSet: () => ({
    ChangeSetId: arn,
    Status: 'FAILED',
    ExecutionStatus: 'UNAVAILABLE',
    StatusReason,
  }),
});
const early =
  'The following hook(s)/validation failed: [AWS::EarlyValidation::ResourceExistenceCheck]. To troubleshoot Early Validation errors, use the DescribeEvents API';

refused('each resource that CloudFormation found a fault in is named', async () => {
  const event = (id: string, more: object) => ({
    LogicalResourceId: id,
    ResourceType: 'AWS::SQS::Queue',
    ...more,
  });
  const { made, calls } = stepWith({
    ...failedSet(early),
    DescribeEvents: () => ({
      OperationEvents: [
        { OperationStatus: 'FAILED' },
        event('Queue', { ValidationStatusReason: 'it exists already' }),
        event('Queue', { ValidationStatusReason: 'it exists already' }),
        event('Other', { ValidationStatusReason: '#: extraneous key', ValidationPath: '/Resources/Other' }),
      ],
    }),
  });
  assert.equal(await made, {
    status: 'failed',
    reason:
      'Queue (AWS::SQS::Queue): it exists already; Other (AWS::SQS::Queue): #: extraneous key (at /Resources/Other); the stack was left as it is, in REVIEW_IN_PROGRESS',
  });
  // By its name it is not found: https://github.com/aws-cloudformation/cloudformation-cli/issues/1116
  assert.equal(calls.at(-1), ['DescribeEvents', { ChangeSetName: arn, Filters: { FailedEvents: true } }]);
});

refused('what is said of the change set counts where more may not be seen', async () => {
  const { made } = stepWith({
    ...failedSet('Template error: no such parameter'),
    DescribeEvents: denial('cloudformation:DescribeEvents', arn),
  });
  assert.match(JSON.stringify(await made), /"Template error: no such parameter; the stack was left/);
});

const refusals: readonly (readonly [name: string, message: string])[] = [
  ['ValidationError', 'Parameters: [Size] must have values'],
  ['InsufficientCapabilitiesException', 'Requires capabilities : [CAPABILITY_NAMED_IAM]'],
  ['LimitExceededException', 'the limit of stacks is reached'],
];
for (const [name, message] of refusals) {
  refused(`${name} fails with what CloudFormation says`, async () => {
    const { made } = stepWith({
      DescribeStacks: () => ({ Stacks: [] }),
      CreateChangeSet: refusal(name, message),
    });
    assert.equal(await made, { status: 'failed', reason: message });
  });
}

refused('a missing permission is a failure that names it', async () => {
  const { made } = stepWith({ DescribeStacks: denial('cloudformation:DescribeStacks', 'arn:stack') });
  assert.match(JSON.stringify(await made), /"failed","reason":".*`cloudformation:DescribeStacks`/);
});

for (const name of ['ThrottlingException', 'AlreadyExistsException', 'TokenAlreadyExistsException']) {
  refused(`${name} is asked again later`, async () => {
    const { made } = stepWith({ DescribeStacks: () => ({ Stacks: [] }), CreateChangeSet: refusal(name, '') });
    assert.equal(await made, { status: 'in progress' });
  });
}

refused('what nobody knows is thrown as it is', async () => {
  const { made } = stepWith({
    DescribeStacks: () => {
      throw new TypeError('x is not a function');
    },
  });
  assert.match(String(await made.catch(String)), /TypeError/);
});

refused(
  'a change set is asked for with all that the request has, and by a name that CloudFormation takes',
  async () => {
    const { made, calls } = stepWith(
      { DescribeStacks: () => ({ Stacks: [] }), CreateChangeSet: () => ({}) },
      { tags: { team: 'payments' } },
    );
    assert.equal(await made, { status: 'in progress' });
    assert.equal(calls.at(-1), [
      'CreateChangeSet',
      {
        StackName: 'shop',
        ChangeSetName: 'plancc-attempt-1',
        ChangeSetType: 'CREATE',
        TemplateURL: 'https://store/template',
        Parameters: [{ ParameterKey: 'Password', ParameterValue: 'open sesame' }],
        Tags: [{ Key: 'team', Value: 'payments' }],
        Capabilities: ['CAPABILITY_IAM'],
        RoleARN: 'arn:role',
      },
    ]);
  },
);

refused(
  'a template is made for its change set alone, and what is missing for it is the failure',
  async () => {
    let count = 0;
    const template = async () => `{"Description":"${++count}"}`;
    await stepWith({ DescribeStacks: () => stack('CREATE_IN_PROGRESS') }, { template }).made;
    assert.is(count, 0);
    const none = { DescribeStacks: () => ({ Stacks: [] }), CreateChangeSet: () => ({}) };
    await stepWith(none, { template }).made;
    assert.is(count, 1);
    const missing = async () => {
      throw new StatesError('StackFailed', 'there is no store');
    };
    assert.equal(await stepWith(none, { template: missing }).made, {
      status: 'failed',
      reason: 'there is no store',
    });
  },
);

refused('all pages of changes, in the words of a change set', async () => {
  const change = (Action: string, LogicalResourceId: string, Replacement?: string) => ({
    Type: 'Resource',
    ResourceChange: { Action, LogicalResourceId, ResourceType: 'T', Replacement },
  });
  const policies: string[] = [];
  const { made } = stepWith(
    {
      DescribeStacks: () =>
        stack('UPDATE_COMPLETE', { ChangeSetId: arn, Outputs: [{ OutputKey: 'A', OutputValue: 'a' }] }),
      DescribeChangeSet: ({ NextToken }: { NextToken?: string }) => ({
        Status: 'CREATE_COMPLETE',
        ExecutionStatus: 'EXECUTE_COMPLETE',
        ...(NextToken === undefined
          ? { Changes: [change('Add', 'One'), change('Modify', 'Two', 'Conditional')], NextToken: '2' }
          : { Changes: [change('Remove', 'Three'), change('Import', 'Four'), change('Dynamic', 'Five')] }),
      }),
      SetStackPolicy: ({ StackPolicyBody }: { StackPolicyBody: string }) => policies.push(StackPolicyBody),
      UpdateTerminationProtection: () => ({}),
    },
    { stackPolicy: { Statement: [] }, terminationProtection: true },
  );
  assert.equal(await made, {
    status: 'done',
    outputs: { A: 'a' },
    changes: [
      { action: 'Add', logicalId: 'One', type: 'T' },
      { action: 'Modify', logicalId: 'Two', type: 'T', replacement: 'Conditional' },
      { action: 'Remove', logicalId: 'Three', type: 'T' },
      { action: 'Add', logicalId: 'Four', type: 'T' },
      { action: 'Modify', logicalId: 'Five', type: 'T', replacement: undefined },
    ],
  });
  assert.equal(policies, ['{"Statement":[]}']);
});

refused('a stack that is stuck says what to do', async () => {
  const { made } = stepWith({
    DescribeStacks: () => stack('UPDATE_ROLLBACK_FAILED'),
    DescribeChangeSet: refusal('ChangeSetNotFoundException', ''),
  });
  assert.match(
    JSON.stringify(await made),
    /`shop` is in UPDATE_ROLLBACK_FAILED: .*continue-update-rollback --stack-name shop`, then deploy again/,
  );
});

refused.run();
