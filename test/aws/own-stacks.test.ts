import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { largestText } from '../../src/engines/aws/own-stacks/own-stack.js';
import { prepare } from '../../src/engines/aws/own-stacks/prepare.js';
import { remove } from '../../src/engines/aws/own-stacks/remove.js';
import { eventReader } from '../../src/engines/aws/own-stacks/stack-news.js';
import { fakeClient, refusing } from './fake-client.js';

const stacks = suite('stacks of plancc itself');

const template = JSON.stringify({ Parameters: { Environment: {}, Code: {} }, Resources: {} });
const own = { name: 'plancc-env-dev', template, parameters: { Code: 'new' } };
const missing = refusing('ValidationError', 'Stack with id plancc-env-dev does not exist');
const noChangeSet = refusing('ChangeSetNotFound');

const meansOf = (client: never) => ({
  client,
  putTemplate: async () => 'https://store/template',
  signal: new AbortController().signal,
  pauses: { least: 1, most: 1 },
});
const stackIn = (StackStatus: string, more: object = {}) => ({
  Stacks: [{ StackName: own.name, StackId: 'id', StackStatus, ...more }],
});
const change = {
  ResourceChange: { Action: 'Modify', LogicalResourceId: 'Worker', ResourceType: 'AWS::Lambda::Function' },
};
const isReady = { Status: 'CREATE_COMPLETE', ExecutionStatus: 'AVAILABLE', Changes: [change] };

stacks('parameters that the template still has keep their values, and nothing is carried out', async () => {
  const Parameters = [
    { ParameterKey: 'Environment', ParameterValue: 'dev' },
    { ParameterKey: 'Code', ParameterValue: 'old' },
    { ParameterKey: 'Gone', ParameterValue: 'x' },
  ];
  const { client, calls } = fakeClient({
    DescribeStacks: () => stackIn('UPDATE_COMPLETE', { Parameters }),
    GetTemplate: () => ({ TemplateBody: '{}' }),
    DescribeChangeSet: (_, count) => (count === 1 ? noChangeSet() : isReady),
    CreateChangeSet: () => ({}),
  });
  const prepared = await prepare(own, 'token', meansOf(client));
  assert.is(prepared.status, 'ready');
  const [, input] = calls.find(([name]) => name === 'CreateChangeSet')! as [
    string,
    { [name: string]: unknown },
  ];
  assert.is(input.ChangeSetType, 'UPDATE');
  assert.equal(input.Parameters, [
    { ParameterKey: 'Environment', ParameterValue: 'dev' },
    { ParameterKey: 'Code', ParameterValue: 'new' },
  ]);
  assert.is(input.ImportExistingResources, undefined);
});

stacks(
  'a new one may take over the store that an earlier one has left; a large template goes by the store',
  async () => {
    const { client, calls } = fakeClient({
      DescribeStacks: (_, count) => (count < 3 ? missing() : stackIn('REVIEW_IN_PROGRESS')),
      DescribeChangeSet: () => isReady,
      CreateChangeSet: () => ({}),
    });
    const large = JSON.stringify({ Description: 'x'.repeat(largestText) });
    const prepared = await prepare({ ...own, template: large, takesOver: true }, 'token', meansOf(client));
    assert.is(prepared.status === 'ready' && prepared.before, undefined);
    const [, input] = calls.find(([name]) => name === 'CreateChangeSet')! as [
      string,
      { [name: string]: unknown },
    ];
    assert.equal(
      [input.ChangeSetType, input.ImportExistingResources, input.TemplateURL, input.TemplateBody],
      ['CREATE', true, 'https://store/template', undefined],
    );
  },
);

stacks('what is left of one that was never made is removed first', async () => {
  const { client, calls } = fakeClient({
    DescribeStacks: (_, count) =>
      count < 3 ? stackIn('ROLLBACK_COMPLETE') : count < 4 ? missing() : stackIn('REVIEW_IN_PROGRESS'),
    DescribeChangeSet: (_, count) => (count === 1 ? noChangeSet() : isReady),
    DeleteStack: () => ({}),
    CreateChangeSet: () => ({}),
  });
  const prepared = await prepare(own, 'token', meansOf(client));
  assert.is(prepared.status === 'ready' && prepared.before, undefined);
  const acts = calls.map(([name]) => name).filter((name) => /^(Create|Delete|Execute)/.test(name));
  assert.equal(acts, ['DeleteStack', 'CreateChangeSet']);
});

stacks(
  'nothing to change is said so, and so is what CloudFormation cannot do; neither leaves a change set',
  async () => {
    const reasons = {
      "The submitted information didn't contain changes.": { status: 'same' },
      'Parameters: [Code] must have values': {
        status: 'failed',
        reason: 'Parameters: [Code] must have values',
      },
    };
    for (const [StatusReason, expected] of Object.entries(reasons)) {
      const { client, calls } = fakeClient({
        DescribeStacks: () => stackIn('UPDATE_COMPLETE'),
        GetTemplate: () => ({}),
        DescribeChangeSet: (_, count) => (count === 1 ? noChangeSet() : { Status: 'FAILED', StatusReason }),
        CreateChangeSet: () => ({}),
        DeleteChangeSet: () => ({}),
      });
      assert.equal(await prepare(own, 'token', meansOf(client)), expected);
      assert.is(calls.at(-1)![0], 'DeleteChangeSet');
    }
  },
);

stacks('what CloudFormation refuses at once is the reason', async () => {
  const { client } = fakeClient({
    DescribeStacks: () => stackIn('UPDATE_COMPLETE'),
    GetTemplate: () => ({}),
    DescribeChangeSet: noChangeSet,
    CreateChangeSet: refusing('ValidationError', 'Template format error'),
  });
  assert.equal(await prepare(own, 'token', meansOf(client)), {
    status: 'failed',
    reason: 'Template format error',
  });
});

stacks('a deletion is asked for once, told of, and its failure has the first resource', async () => {
  const event = {
    EventId: '2',
    Timestamp: new Date(2),
    LogicalResourceId: 'Boundary',
    ResourceType: 'AWS::IAM::ManagedPolicy',
  };
  const begin = {
    EventId: '1',
    Timestamp: new Date(1),
    PhysicalResourceId: 'id',
    ResourceStatus: 'DELETE_IN_PROGRESS',
  };
  const failed = { ...event, ResourceStatus: 'DELETE_FAILED', ResourceStatusReason: 'it is attached' };
  const { client, calls } = fakeClient({
    DescribeStacks: (_, count) =>
      stackIn(count < 2 ? 'CREATE_COMPLETE' : count < 4 ? 'DELETE_IN_PROGRESS' : 'DELETE_FAILED'),
    DescribeStackEvents: (_, count) => ({ StackEvents: count === 1 ? [] : [failed, begin] }),
    DeleteStack: () => ({}),
  });
  const told: string[] = [];
  const reason = await remove(own.name, meansOf(client), ({ logicalId, status }) =>
    told.push(`${logicalId} ${status}`),
  );
  assert.match(
    reason ?? '',
    /^Boundary \(AWS::IAM::ManagedPolicy\) failed to delete: it is attached; the stack is in DELETE_FAILED/,
  );
  assert.ok(told.includes('Boundary DELETE_FAILED'));
  assert.is(calls.filter(([name]) => name === 'DeleteStack').length, 1);
});

stacks('one that is not there needs no deletion', async () => {
  const { client } = fakeClient({ DescribeStacks: missing });
  assert.is(await remove(own.name, meansOf(client), () => assert.unreachable()), undefined);
});

stacks('a stack that is not there has no news; a request that is wrong is not taken for that', async () => {
  const asked = (refused: () => never) =>
    eventReader(fakeClient({ DescribeStackEvents: refused }).client, 'x');
  assert.equal(await (await asked(refusing('ValidationError', 'Stack [x] does not exist')))(), []);
  const wrong = refusing('ValidationError', '1 validation error detected');
  await asked(wrong).then(
    () => assert.unreachable(),
    ({ message }) => assert.is(message, '1 validation error detected'),
  );
});

stacks.run();
