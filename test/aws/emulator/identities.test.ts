import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  ListBucketsCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import * as assert from 'uvu/assert';
import { assumeRole, createRole, createUser, settings } from './account.js';
import { onEmulator } from './suite.js';

const identities = onEmulator('emulator: identities');

identities.test('a key that is not known is the root user of the default account', async (emulator) => {
  const { Arn } = await new STSClient(settings(emulator)).send(new GetCallerIdentityCommand({}));
  assert.is(Arn, 'arn:aws:iam::123456789012:root');
});

identities.test(
  'a role of another account gives what is there, and nothing of this one',
  async (emulator) => {
    const there = await assumeRole(emulator, 'arn:aws:iam::222222222222:role/admin', 'me');
    await new S3Client(settings(emulator)).send(new CreateBucketCommand({ Bucket: 'here' }));
    const s3 = new S3Client(settings(emulator, there));
    await s3.send(new CreateBucketCommand({ Bucket: 'there' }));
    const { Buckets } = await s3.send(new ListBucketsCommand({}));
    assert.equal(
      Buckets!.map(({ Name }) => Name),
      ['there'],
    );
    const call = emulator.calls().findLast(({ action }) => action === 's3:CreateBucket')!;
    assert.is(call.account, '222222222222');
    assert.is(call.principal, 'arn:aws:sts::222222222222:assumed-role/admin/me');
  },
);

identities.test('a role is assumed by whom it trusts alone', async (emulator) => {
  const [alice, bob] = [await createUser(emulator, 'alice'), await createUser(emulator, 'bob')];
  const role = await createRole(emulator, 'for-alice', { AWS: 'arn:aws:iam::123456789012:user/alice' });
  await assumeRole(emulator, role, 'ok', { by: alice });
  const refused = await assumeRole(emulator, role, 'no', { by: bob }).catch(
    ({ name, message }) => `${name}: ${message}`,
  );
  const bobArn = 'arn:aws:iam::123456789012:user/bob';
  const message = `User: ${bobArn} is not authorized to perform: sts:AssumeRole on resource: ${role}`;
  assert.is(refused, `AccessDenied: ${message}`);
});

identities.test('with the external id that it demands', async (emulator) => {
  const RoleName = 'external';
  const statement = {
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::123456789012:root' },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'sts:ExternalId': 'production' } },
  };
  const document = JSON.stringify({ Statement: [statement] });
  const { Role } = await new IAMClient(settings(emulator)).send(
    new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: document }),
  );
  const externalIds = ['production', 'test', undefined];
  const outcomes = externalIds.map((externalId) =>
    assumeRole(emulator, Role!.Arn!, 'me', externalId === undefined ? {} : { externalId }).then(
      () => true,
      () => false,
    ),
  );
  assert.equal(await Promise.all(outcomes), [true, false, false]);
});

identities.test('a damaged object is refused', async (emulator) => {
  const s3 = new S3Client(settings(emulator));
  await s3.send(new CreateBucketCommand({ Bucket: 'sums' }));
  const request = {
    Bucket: 'sums',
    Key: 'a',
    Body: 'a',
    ChecksumSHA256: Buffer.alloc(32).toString('base64'),
  };
  const refused = await s3.send(new PutObjectCommand(request)).catch(({ name }) => name);
  assert.is(refused, 'BadDigest');
});

identities.test('what the policy of a bucket denies is refused, conditions minded', async (emulator) => {
  const s3 = new S3Client(settings(emulator));
  const Bucket = 'guarded';
  await s3.send(new CreateBucketCommand({ Bucket }));
  const deny = { Effect: 'Deny', Principal: '*', Resource: `arn:aws:s3:::${Bucket}/blobs/*` };
  const Statement = [
    { ...deny, Action: 's3:DeleteObject' },
    { ...deny, Action: 's3:PutObject', Condition: { Null: { 's3:if-none-match': 'true' } } },
    { ...deny, Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
  ];
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify({ Statement }) }));
  const outcome = (asked: Promise<unknown>) =>
    asked.then(
      () => 'done',
      ({ name }) => name,
    );
  const put = { Bucket, Key: 'blobs/a', Body: 'a' };
  assert.is(await outcome(s3.send(new PutObjectCommand(put))), 'AccessDenied');
  assert.is(await outcome(s3.send(new PutObjectCommand({ ...put, IfNoneMatch: '*' }))), 'done');
  assert.is(await outcome(s3.send(new DeleteObjectCommand(put))), 'AccessDenied');
  assert.is(await outcome(s3.send(new PutObjectCommand({ ...put, Key: 'logs/a' }))), 'done');
});

identities.run();
