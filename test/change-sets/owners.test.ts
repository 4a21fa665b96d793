import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { planTags } from '../../src/cloudformation/plan-tags.js';
import { reconcile } from '../../src/engines/aws/stacks/index.js';
import { createStacks } from '../../src/engines/local/stacks/index.js';
import type { StackRequest } from '../../src/ports/stacks.js';
import { ownerTag } from '../../src/states/cfn/owner.js';
import { fakeClient } from '../aws/fake-client.js';
import { newFolder } from '../folder.js';

const owners = suite('stacks that belong to somebody');

const request = (owner: string, action: StackRequest['action'] = 'Deploy'): StackRequest => ({
  action,
  name: 'dev-network',
  template: 'Resources: { Topic: { Type: AWS::SNS::Topic } }',
  parameters: {},
  secret: [],
  tags: { [ownerTag]: owner },
  capabilities: [],
  disableRollback: false,
  token: `${owner.replaceAll('/', '-')}-${action}`,
});

const left = (owner: string) => ({
  status: 'failed',
  reason: `the stack \`dev-network\` belongs to ${owner}; choose another \`StackName\`, or remove its tag \`plancc:state\` to hand it over`,
});

const inAws = (tags: { readonly [key: string]: string }, asked: StackRequest) => {
  const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  const stack = { StackId: 'arn:stack', StackStatus: 'CREATE_COMPLETE', Tags };
  const { client, calls } = fakeClient({
    DescribeStacks: () => ({ Stacks: [stack] }),
    DescribeChangeSet: () => ({}),
    CreateChangeSet: () => ({}),
    DescribeStackEvents: () => ({}),
    DeleteStack: () => ({}),
  });
  return { made: reconcile(asked, { client, putTemplate: async () => 'https://store/template' }), calls };
};

owners('one of another distribution or environment is left alone, in AWS', async () => {
  for (const [tags, owner] of [
    [{ [ownerTag]: 'dev/network/Vpc' }, 'network in dev'],
    [{ [ownerTag]: 'staging/web/Net' }, 'web in staging'],
    [{ [planTags.environment]: 'dev', [planTags.plan]: 'web' }, 'web in dev'],
  ] as const)
    for (const action of ['Deploy', 'Delete'] as const) {
      const { made, calls } = inAws(tags, request('dev/web/Net', action));
      assert.equal(await made, left(owner));
      assert.not.ok(
        calls.some(([name]) => /^(Create|Delete)/.test(name)),
        JSON.stringify(calls),
      );
    }
});

owners('one of the same distribution, or of nobody, is changed', async () => {
  for (const tags of [{ [ownerTag]: 'dev/web/Other' }, {}]) {
    const { made } = inAws(tags, request('dev/web/Net'));
    assert.not.match(JSON.stringify(await made), 'belongs to');
  }
});

owners('the same on this machine', async () => {
  const { reconcile } = createStacks({
    folder: newFolder(),
    rehearse: () => undefined,
    onMachine: async () => {},
  });
  assert.is((await reconcile(request('dev/network/Vpc'))).status, 'done');
  assert.equal(await reconcile(request('dev/web/Net')), left('network in dev'));
  assert.equal(await reconcile(request('dev/web/Net', 'Delete')), left('network in dev'));
  assert.is((await reconcile(request('dev/network/Other'))).status, 'done');
});

owners.run();
