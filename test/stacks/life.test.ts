import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { StackRecord } from '../../src/engines/local/stacks/record.js';
import type { StackResult } from '../../src/ports/stacks.js';
import { newStacks, outputsOf, reasonOf } from './stacks.js';

const life = suite('life of a recorded stack');

const template = (...resources: readonly string[]): string =>
  `Resources:\n${resources.map((resource) => `  ${resource}\n`).join('')}Outputs:\n  Names: { Value: ${resources.length} }\n`;
const queue = 'Queue: { Type: AWS::SQS::Queue, Properties: { VisibilityTimeout: 30 } }';
const slower = 'Queue: { Type: AWS::SQS::Queue, Properties: { VisibilityTimeout: 60 } }';
const renamed = 'Queue: { Type: AWS::SQS::Queue, Properties: { VisibilityTimeout: 30, QueueName: q } }';
const topic = 'Topic: { Type: AWS::SNS::Topic, Properties: { TopicName: !GetAtt Queue.QueueName } }';

const recordIn = (folder: string): StackRecord =>
  JSON.parse(readFileSync(join(folder, 'local/test-shop.json'), 'utf8'));

/** Action, resource and replacement of each change, and then the status. */
const shown = (result: StackResult, folder: string): readonly string[] => [
  ...(result.status === 'done' ? result.changes : []).map(({ action, logicalId, replacement }) =>
    [action, logicalId, replacement].filter((word) => word !== undefined).join(' '),
  ),
  recordIn(folder).status,
];

life('it is created, updated, left as it is, and deleted', async () => {
  const { deploy, remove, folder } = newStacks();
  const done = async (...resources: readonly string[]) => shown(await deploy(template(...resources)), folder);
  assert.equal(await done(queue), ['Add Queue', 'CREATE_COMPLETE']);
  assert.equal(await done(queue), ['CREATE_COMPLETE']);
  assert.equal(await done(topic, queue), ['Add Topic', 'UPDATE_COMPLETE']);
  assert.equal(await done(slower, topic), ['Modify Queue Conditional', 'UPDATE_COMPLETE']);
  assert.equal(await done(renamed, topic), ['Modify Queue True', 'Modify Topic True', 'UPDATE_COMPLETE']);
  assert.equal(await done(renamed), ['Remove Topic', 'UPDATE_COMPLETE']);
  const gone = await remove();
  assert.equal(shown(gone, folder), ['Remove Queue', 'DELETE_COMPLETE']);
  assert.equal(outputsOf(gone), {});
  assert.equal(await done(queue), ['Add Queue', 'CREATE_COMPLETE']);
});

life('deleting what is not there succeeds', async () => {
  assert.equal(await newStacks().remove(), { status: 'done', outputs: {}, changes: [] });
});

life('deleting what is gone succeeds, and there is nothing that could fail', async () => {
  const { deploy, remove, rehearsed } = newStacks();
  await deploy(template(queue));
  await remove();
  rehearsed.set('test-shop', '*');
  assert.equal(await remove(), { status: 'done', outputs: {}, changes: [] });
});

life('comments and the order of keys are no change', async () => {
  const { deploy } = newStacks();
  await deploy(template(queue, topic));
  const result = await deploy(`# new\n${template(topic, queue)}`);
  assert.equal(result.status === 'done' && result.changes, []);
});

life('a new tag is an update without changes of resources', async () => {
  const { deploy, folder } = newStacks();
  await deploy(template(queue));
  assert.equal(shown(await deploy(template(queue), { tags: { team: 'a' } }), folder), ['UPDATE_COMPLETE']);
});

life('one attempt is made once', async () => {
  const { deploy, rehearsed, folder } = newStacks();
  const first = await deploy(template(queue), { token: 'one' });
  assert.equal(await deploy(template(queue), { token: 'one' }), first);
  rehearsed.set('test-shop', '*');
  assert.equal(await deploy(template(queue), { token: 'one' }), first);
  const failed = await deploy(template(queue, topic), { token: 'two' });
  rehearsed.clear();
  assert.equal(await deploy(template(queue, topic), { token: 'two' }), failed);
  assert.equal(shown(failed, folder), ['UPDATE_ROLLBACK_COMPLETE']);
});

life('a creation that fails is rolled back, and made anew by the next attempt', async () => {
  const { deploy, rehearsed, folder } = newStacks();
  rehearsed.set('test-shop', 'Topic');
  assert.is(
    reasonOf(await deploy(template(queue, topic))),
    'Topic (AWS::SNS::Topic) failed to create: this failure is a rehearsal; the stack was rolled back and is in ROLLBACK_COMPLETE',
  );
  const { status, resources, outputs } = recordIn(folder);
  assert.equal({ status, resources, outputs }, { status: 'ROLLBACK_COMPLETE', resources: {}, outputs: {} });
  rehearsed.clear();
  const again = await deploy(template(queue, topic));
  assert.equal(shown(again, folder), ['Add Queue', 'Add Topic', 'CREATE_COMPLETE']);
});

life('an update that fails leaves the old stack', async () => {
  const { deploy, rehearsed, folder } = newStacks();
  await deploy(template(queue));
  const { template: old, resources } = recordIn(folder);
  rehearsed.set('test-shop', '*');
  assert.is(
    reasonOf(await deploy(template(slower, topic))),
    'Queue (AWS::SQS::Queue) failed to update: this failure is a rehearsal; the stack was rolled back and is in UPDATE_ROLLBACK_COMPLETE',
  );
  const now = recordIn(folder);
  assert.equal([now.template, now.resources], [old, resources]);
  rehearsed.clear();
  assert.equal(shown(await deploy(template(queue)), folder), ['UPDATE_ROLLBACK_COMPLETE']);
  assert.equal(shown(await deploy(template(slower)), folder), [
    'Modify Queue Conditional',
    'UPDATE_COMPLETE',
  ]);
});

life('without a rollback what was done stays, and the next attempt does the rest', async () => {
  const { deploy, rehearsed, folder } = newStacks();
  rehearsed.set('test-shop', 'Topic');
  const failed = await deploy(template(queue, topic), { disableRollback: true });
  assert.match(reasonOf(failed)!, /left as it is, in CREATE_FAILED$/);
  assert.equal(Object.keys(recordIn(folder).resources), ['Queue']);
  rehearsed.clear();
  assert.equal(shown(await deploy(template(queue, topic)), folder), ['Add Topic', 'UPDATE_COMPLETE']);
  rehearsed.set('test-shop', 'Topic');
  await deploy(template(renamed, topic), { disableRollback: true });
  assert.is(recordIn(folder).status, 'UPDATE_FAILED');
  rehearsed.clear();
  const rest = await deploy(template(renamed, topic));
  assert.equal(shown(rest, folder), ['Modify Topic True', 'UPDATE_COMPLETE']);
});

life('a rehearsal names a resource of the stack', async () => {
  const { deploy, rehearsed } = newStacks();
  rehearsed.set('test-shop', 'Qeue');
  assert.is(
    reasonOf(await deploy(template(queue))),
    'the failure of `Qeue` was to be rehearsed, which the stack does not have; did you mean `Queue`?',
  );
});

life('what is protected is not deleted, unless the protection is lifted', async () => {
  const { deploy, remove, rehearsed, folder } = newStacks();
  await deploy(template(queue), { terminationProtection: true });
  await deploy(template(slower));
  const reason = 'Stack [test-shop] cannot be deleted while TerminationProtection is enabled';
  assert.is(reasonOf(await remove()), reason);
  rehearsed.set('test-shop', 'Queue');
  assert.match(reasonOf(await remove({ terminationProtection: false }))!, /the stack is in DELETE_FAILED$/);
  rehearsed.clear();
  assert.equal(shown(await remove({ terminationProtection: false }), folder), [
    'Remove Queue',
    'DELETE_COMPLETE',
  ]);
});

life('stacks of the same name in other regions and accounts are others', async () => {
  const { deploy, remove } = newStacks();
  const arn =
    'Resources:\n  Queue: { Type: AWS::SQS::Queue }\nOutputs:\n  Arn: { Value: !GetAtt Queue.Arn }\n';
  const assumeRoleArn = 'arn:aws:iam::210987654321:role/deployer';
  const arnOf = async (more: object) => outputsOf(await deploy(arn, more)).Arn;
  assert.is(await arnOf({}), 'arn:aws:sqs:local:000000000000:test-shop-Queue-local');
  assert.is(await arnOf({ region: 'eu-west-1' }), 'arn:aws:sqs:eu-west-1:000000000000:test-shop-Queue-local');
  assert.is(await arnOf({ assumeRoleArn }), 'arn:aws:sqs:local:210987654321:test-shop-Queue-local');
  await remove({ assumeRoleArn });
  const others = await remove({ region: 'eu-west-1' });
  assert.equal(others.status === 'done' && others.changes.length, 1);
});

life.run();
