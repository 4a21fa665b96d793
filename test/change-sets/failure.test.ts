import type { Stack, StackEvent } from '@aws-sdk/client-cloudformation';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { failureOf } from '../../src/engines/aws/stacks/failure.js';
import { fakeClient } from '../aws/fake-client.js';

const failure = suite('the first resource that failed');

const arn = (name: string) => `arn:aws:cloudformation:eu-west-1:123456789012:stack/${name}/1`;
const own = arn('shop');

type Line = readonly [id: string, status: string, reason?: string, physical?: string];

/** Events of stacks by ARN, oldest first, a second apart; lines of `shop` itself are of the stack. */
function stackWith(status: string, stacks: { readonly [arn: string]: readonly Line[] }, perPage = 2) {
  const eventsOf = (stack: string): readonly StackEvent[] =>
    (stacks[stack] ?? []).map(([id, ResourceStatus, reason, physical], second) => ({
      StackId: stack,
      EventId: `${stack}-${second}`,
      StackName: 'shop',
      LogicalResourceId: id,
      PhysicalResourceId: physical ?? (id === 'itself' ? stack : `${id}-1`),
      ResourceType: id === 'itself' || physical ? 'AWS::CloudFormation::Stack' : 'AWS::SQS::Queue',
      ResourceStatus: ResourceStatus as NonNullable<StackEvent['ResourceStatus']>,
      ResourceStatusReason: reason,
      Timestamp: new Date(Date.UTC(2026, 10, 23, 10, 0, second)),
    }));
  const { client, calls } = fakeClient({
    DescribeStackEvents: ({ StackName, NextToken }: { StackName: string; NextToken?: string }) => {
      const newest = [...eventsOf(StackName)].reverse();
      const start = Number(NextToken ?? 0);
      const end = start + perPage;
      return {
        StackEvents: newest.slice(start, end),
        NextToken: end < newest.length ? String(end) : undefined,
      };
    },
  });
  const stack = { StackId: own, StackName: 'shop', StackStatus: status } as Stack;
  return { said: (more: Partial<Stack> = {}) => failureOf(client, { ...stack, ...more }), calls };
}

const begun: Line = ['itself', 'CREATE_IN_PROGRESS', 'User Initiated'];

failure('not those that were given up because of it, nor what came after', async () => {
  const { said } = stackWith('ROLLBACK_COMPLETE', {
    [own]: [
      begun,
      ['Queue', 'CREATE_IN_PROGRESS'],
      ['Topic', 'CREATE_FAILED', 'Resource creation cancelled'],
      ['Queue', 'CREATE_FAILED', 'no room'],
      ['Other', 'CREATE_FAILED', 'too late'],
      ['itself', 'ROLLBACK_IN_PROGRESS', 'The following resource(s) failed to create: [Queue].'],
      ['Bucket', 'DELETE_FAILED', 'it is not empty'],
      ['itself', 'ROLLBACK_COMPLETE'],
    ],
  });
  assert.is(
    await said(),
    'Queue (AWS::SQS::Queue) failed to create: no room; the stack was rolled back and is in ROLLBACK_COMPLETE',
  );
});

failure('of the last operation alone, and no page further back', async () => {
  const before: readonly Line[] = Array.from({ length: 50 }, () => ['Old', 'UPDATE_FAILED', 'long ago']);
  const { said, calls } = stackWith('UPDATE_FAILED', {
    [own]: [
      begun,
      ...before,
      ['itself', 'UPDATE_IN_PROGRESS', 'User Initiated'],
      ['Queue', 'UPDATE_FAILED', 'no room'],
      ['itself', 'UPDATE_FAILED'],
    ],
  });
  assert.is(
    await said(),
    'Queue (AWS::SQS::Queue) failed to update: no room; the stack was left as it is, in UPDATE_FAILED',
  );
  assert.is(calls.length, 2);
});

failure('inside nested stacks, whose deletion in the rollback does not count', async () => {
  const [inner, deep] = [arn('inner'), arn('deep')];
  const { said } = stackWith('ROLLBACK_COMPLETE', {
    [own]: [
      begun,
      ['Inner', 'CREATE_FAILED', `Embedded stack ${inner} was not successfully created`, inner],
      ['itself', 'ROLLBACK_IN_PROGRESS'],
      ['itself', 'ROLLBACK_COMPLETE'],
    ],
    [inner]: [
      begun,
      ['Topic', 'CREATE_FAILED', 'Resource creation cancelled'],
      ['Deep', 'CREATE_FAILED', 'Embedded stack was not successfully created', deep],
      ['itself', 'DELETE_IN_PROGRESS'],
      ['itself', 'DELETE_COMPLETE'],
    ],
    [deep]: [begun, ['Table', 'CREATE_FAILED', 'it exists already'], ['itself', 'DELETE_COMPLETE']],
  });
  assert.is(
    await said(),
    'Inner/Deep/Table (AWS::SQS::Queue) failed to create: it exists already; the stack was rolled back and is in ROLLBACK_COMPLETE',
  );
});

failure('inside a nested stack nothing from before the operation', async () => {
  const inner = arn('inner');
  const { said } = stackWith('UPDATE_ROLLBACK_COMPLETE', {
    [own]: [
      begun,
      ['itself', 'CREATE_COMPLETE'],
      ['itself', 'UPDATE_IN_PROGRESS'],
      ['Inner', 'UPDATE_FAILED', 'Embedded stack was not successfully updated', inner],
      ['itself', 'UPDATE_ROLLBACK_COMPLETE'],
    ],
    [inner]: [begun, ['Old', 'UPDATE_FAILED', 'long ago'], ['New', 'UPDATE_FAILED', 'no room']],
  });
  assert.match(await said(), /^Inner\/New \(AWS::SQS::Queue\) failed to update: no room; /);
});

failure('a nested stack with no failure of its own is named itself', async () => {
  const inner = arn('inner');
  const { said } = stackWith('ROLLBACK_COMPLETE', {
    [own]: [begun, ['Inner', 'CREATE_FAILED', 'Template error', inner], ['itself', 'ROLLBACK_COMPLETE']],
    [inner]: [],
  });
  assert.match(await said(), /^Inner \(AWS::CloudFormation::Stack\) failed to create: Template error; /);
});

failure('what CloudFormation says of the stack, where no resource failed', async () => {
  const reason = 'Export vpc cannot be updated as it is in use by app';
  const { said } = stackWith('UPDATE_ROLLBACK_COMPLETE', {
    [own]: [
      ['itself', 'UPDATE_IN_PROGRESS', 'User Initiated'],
      ['itself', 'UPDATE_ROLLBACK_IN_PROGRESS', reason],
      ['itself', 'UPDATE_ROLLBACK_COMPLETE'],
    ],
  });
  assert.is(await said(), `${reason}; the stack was rolled back and is in UPDATE_ROLLBACK_COMPLETE`);
});

failure('a deletion that CloudFormation gave up', async () => {
  const reason = 'Export vpc cannot be deleted as it is in use by app';
  const { said } = stackWith('UPDATE_COMPLETE', { [own]: [['itself', 'UPDATE_COMPLETE']] });
  assert.is(
    await said({ StackStatusReason: reason }),
    `${reason}; the stack was left as it is, in UPDATE_COMPLETE`,
  );
  assert.is(await said(), 'CloudFormation gives no reason; the stack was left as it is, in UPDATE_COMPLETE');
});

failure('a deletion that failed, and a rollback that did', async () => {
  const removed = stackWith('DELETE_FAILED', {
    [own]: [
      ['itself', 'DELETE_IN_PROGRESS', 'User Initiated'],
      ['Bucket', 'DELETE_FAILED', 'it is not empty'],
      ['itself', 'DELETE_FAILED', 'The following resource(s) failed to delete: [Bucket].'],
    ],
  });
  assert.is(
    await removed.said(),
    'Bucket (AWS::SQS::Queue) failed to delete: it is not empty; the stack is in DELETE_FAILED',
  );
  const stuck = stackWith('UPDATE_ROLLBACK_FAILED', {
    [own]: [
      ['itself', 'UPDATE_IN_PROGRESS'],
      ['Queue', 'UPDATE_FAILED', 'no room'],
      ['itself', 'UPDATE_ROLLBACK_FAILED'],
    ],
  });
  assert.match(await stuck.said(), /no room; the stack is in UPDATE_ROLLBACK_FAILED/);
});

failure.run();
