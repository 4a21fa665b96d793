import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import * as assert from 'uvu/assert';
import { createActing } from '../../../src/engines/aws/acting.js';
import { createClients } from '../../../src/engines/aws/clients.js';
import { createStacks } from '../../../src/engines/aws/stacks/index.js';
import { createStore } from '../../../src/engines/aws/store/index.js';
import { storeAddress } from '../../../src/engines/aws/store-address.js';
import type { StackRequest } from '../../../src/ports/stacks.js';
import { assumeRole, createRole, settings } from '../emulator/account.js';
import type { Emulator } from '../emulator/index.js';
import { onEmulator } from '../emulator/suite.js';

const stacks = onEmulator('stacks on the emulator');

const account = '123456789012';
const region = 'us-east-1';
const bucketIn = (place: string, owner = account) => `plancc-${owner}-${place}`;

/** Stacks of an environment with a store of its own. */
async function newStacks(emulator: Emulator) {
  Object.assign(process.env, emulator.environment());
  const acting = createActing({
    environment: 'test',
    clients: (as) =>
      createClients(
        { region: as.region ?? region, ...(as.credentials !== undefined && { credentials: as.credentials }) },
        {},
      ),
    planRole: () => createRole(emulator, 'plan', { AWS: '*' }),
  });
  const s3 = await acting.own().s3();
  const bucket = bucketIn(region);
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  const home = { ...storeAddress(bucket, region), account, region, store: createStore(s3, bucket) };
  return createStacks({ acting, home, stackRole: await createRole(emulator, 'stacks', { Service: 'x' }) });
}

let attempts = 0;
const request = (more: Partial<StackRequest>): StackRequest => ({
  action: 'Deploy',
  name: 'shop',
  parameters: {},
  secret: [],
  tags: { team: 'payments' },
  capabilities: ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM', 'CAPABILITY_AUTO_EXPAND'],
  disableRollback: false,
  token: `20261123-100000-abc123-${++attempts}`,
  ...more,
});

const template = (...queues: readonly string[]) =>
  JSON.stringify({
    Parameters: { Name: { Type: 'String' }, Password: { Type: 'String', NoEcho: true, Default: '' } },
    Resources: Object.fromEntries(
      queues.map((queue) => [
        queue,
        { Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::Sub': `\${Name}-${queue}` } } },
      ]),
    ),
    Outputs: { Queue: { Value: { 'Fn::GetAtt': [queues[0], 'QueueName'] } } },
  });

async function made(of: Awaited<ReturnType<typeof newStacks>>, more: Partial<StackRequest>) {
  const asked = request(more);
  for (let calls = 0; calls < 20; calls++) {
    const result = await of.reconcile(asked);
    if (result.status !== 'in progress') return result;
  }
  throw new Error('no end');
}

stacks.test('created, left as it is, updated, deleted', async (emulator) => {
  const of = await newStacks(emulator);
  const parameters = { Name: 'shop', Password: 'open sesame' };
  const created = await made(of, { template: template('One'), parameters });
  const add = { action: 'Add', logicalId: 'One', type: 'AWS::SQS::Queue' } as const;
  assert.equal(created, { status: 'done', outputs: { Queue: 'shop-One' }, changes: [add] });
  const same = await made(of, { template: template('One'), parameters });
  assert.equal(same, { status: 'done', outputs: { Queue: 'shop-One' }, changes: [] });
  const updated = await made(of, { template: template('One', 'Two'), parameters });
  assert.is(updated.status, 'done');
  assert.equal('changes' in updated && updated.changes.filter(({ action }) => action === 'Add'), [
    { ...add, logicalId: 'Two' },
  ]);
  const { Stacks } = await new CloudFormationClient(settings(emulator)).send(
    new DescribeStacksCommand({ StackName: 'shop' }),
  );
  assert.equal(Stacks![0]!.Tags, [{ Key: 'team', Value: 'payments' }]);
  assert.match(Stacks![0]!.RoleARN!, /role\/stacks$/);
  for (const _ of 'ab')
    assert.equal(await made(of, { action: 'Delete' }), { status: 'done', outputs: {}, changes: [] });
  // What CloudFormation was asked with is in no call but the one that it is a parameter of.
  const shown = emulator.calls().filter(({ params }) => JSON.stringify(params).includes('open sesame'));
  assert.equal([...new Set(shown.map(({ operation }) => operation))], ['CreateChangeSet']);
});

stacks.test('in another region, from the store there', async (emulator) => {
  const of = await newStacks(emulator);
  const parameters = { Name: 'edge' };
  const missing = await made(of, { region: 'eu-west-1', template: template('One'), parameters });
  assert.match(
    JSON.stringify(missing),
    /no store in eu-west-1.*run `plancc setup --region eu-west-1` with credentials of that account/,
  );
  const there = new S3Client(settings(emulator, undefined, 'eu-west-1'));
  await there.send(
    new CreateBucketCommand({
      Bucket: bucketIn('eu-west-1'),
      CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
    }),
  );
  assert.is((await made(of, { region: 'eu-west-1', template: template('One'), parameters })).status, 'done');
  const found = await new CloudFormationClient(settings(emulator, undefined, 'eu-west-1')).send(
    new DescribeStacksCommand({ StackName: 'shop' }),
  );
  assert.is(found.Stacks?.length, 1);
});

stacks.test(
  'in another account, by the role of the plan and then the one that is named',
  async (emulator) => {
    const of = await newStacks(emulator);
    const assumeRoleArn = 'arn:aws:iam::222222222222:role/deployer';
    const credentials = await assumeRole(emulator, assumeRoleArn, 'test', { externalId: 'test' });
    const there = settings(emulator, credentials);
    await new S3Client(there).send(new CreateBucketCommand({ Bucket: bucketIn(region, '222222222222') }));
    const before = emulator.calls().length;
    const done = await made(of, { assumeRoleArn, template: template('One'), parameters: { Name: 'far' } });
    assert.is(done.status, 'done');
    const { Stacks } = await new CloudFormationClient(there).send(
      new DescribeStacksCommand({ StackName: 'shop' }),
    );
    assert.match(Stacks![0]!.StackId!, /:222222222222:stack\/shop\//);
    const calls = emulator.calls().slice(before);
    const askedBy = (service: string) =>
      new Set(calls.filter((call) => call.service === service).map(({ source }) => source));
    assert.equal([...askedBy('cloudformation')].slice(0, 1), [assumeRoleArn]);
    assert.equal([...askedBy('s3')], [assumeRoleArn]);
    assert.ok(askedBy('sts').has(`arn:aws:iam::${account}:role/plan`));
  },
);

stacks.test('an application of SAM, whose transform CloudFormation expands', async (emulator) => {
  const of = await newStacks(emulator);
  const table = { Type: 'AWS::Serverless::SimpleTable', Properties: { TableName: 'orders' } };
  const sam = { Transform: 'AWS::Serverless-2016-10-31', Resources: { Orders: table } };
  const done = await made(of, { name: 'sam', template: JSON.stringify(sam) });
  assert.is(done.status, 'done', JSON.stringify(done));
  assert.equal('changes' in done && done.changes.map(({ type }) => type), ['AWS::DynamoDB::Table']);
});

stacks.run();
