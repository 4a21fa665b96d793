import { DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CreateBucketCommand, ListBucketsCommand } from '@aws-sdk/client-s3';
import * as assert from 'uvu/assert';
import { connect, type Whereabouts } from '../../src/engines/aws/connect.js';
import { sessionName } from '../../src/engines/aws/credentials.js';
import { createStore } from '../../src/engines/aws/store/index.js';
import { newFolder } from '../folder.js';
import { createRole, createUser } from './emulator/account.js';
import type { Emulator } from './emulator/index.js';
import { onEmulator } from './emulator/suite.js';

const connecting = onEmulator('a connection to AWS');

/** Connects as the user `anna`, whose keys are in a profile. */
async function connected(emulator: Emulator, whereabouts: Whereabouts, region?: string) {
  anna ??= createUser(emulator, 'anna');
  const { accessKeyId, secretAccessKey } = await anna;
  const settings = [`aws_access_key_id = ${accessKeyId}`, `aws_secret_access_key = ${secretAccessKey}`];
  const config = ['[profile work]', ...settings, 'region = eu-central-1', ''].join('\n');
  const HOME = newFolder({ '.aws/config': config });
  Object.assign(process.env, { HOME, AWS_ENDPOINT_URL: emulator.url });
  if (region === undefined) delete process.env.AWS_REGION;
  else process.env.AWS_REGION = region;
  return connect({ profile: 'work', ...whereabouts });
}
let anna: ReturnType<typeof createUser> | undefined;

connecting.test('has the credentials and the region of a profile', async (emulator) => {
  const { account, caller, userId, region, bucket, s3 } = await connected(emulator, {});
  assert.is(account, '123456789012');
  assert.is(caller, 'arn:aws:iam::123456789012:user/anna');
  assert.match(userId, /^AIDA/);
  assert.is(region, 'eu-central-1');
  assert.is(bucket, 'plancc-123456789012-eu-central-1');
  const location = { LocationConstraint: 'eu-central-1' } as const;
  await (await s3()).send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: location }));
  const store = createStore(await s3(), bucket);
  assert.is(await store.putIfAbsent('a', Buffer.from('a')), true);
  assert.equal(await store.list(''), ['a']);
});

connecting.test(
  'a profile that is named counts more than keys in the environment, silently',
  async (emulator) => {
    const { warn } = console;
    const warnings: unknown[] = [];
    console.warn = (...words) => warnings.push(words);
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIAOTHER', AWS_SECRET_ACCESS_KEY: 'other' });
    try {
      assert.is((await connected(emulator, {})).caller, 'arn:aws:iam::123456789012:user/anna');
      assert.equal(warnings, []);
    } finally {
      console.warn = warn;
      delete process.env.AWS_ACCESS_KEY_ID;
      delete process.env.AWS_SECRET_ACCESS_KEY;
    }
  },
);

connecting.test('goes to the region that is named first', async (emulator) => {
  assert.is((await connected(emulator, {}, 'eu-west-2')).region, 'eu-west-2');
  assert.is((await connected(emulator, { region: 'eu-west-1' }, 'eu-west-2')).region, 'eu-west-1');
});

connecting.test('takes on a role once for all clients, under the name of who does', async (emulator) => {
  const roleArn = await createRole(emulator, 'deployer', { AWS: '*' });
  const before = emulator.calls().length;
  const connection = await connected(emulator, { roleArn });
  assert.is(connection.caller, 'arn:aws:sts::123456789012:assumed-role/deployer/anna');
  assert.match(connection.userId, /^AROA\w+:anna$/);
  const [s3, cloudformation] = await Promise.all([connection.s3(), connection.cloudformation()]);
  await Promise.all([
    s3.send(new ListBucketsCommand({})),
    cloudformation.send(new DescribeStacksCommand({})),
  ]);
  assert.is(await connection.s3(), s3);
  const calls = emulator.calls().slice(before);
  const asked = calls.filter(({ operation }) => operation === 'AssumeRole');
  assert.is(asked.length, 1);
  assert.equal([...new Set(calls.slice(-2).map(({ principal }) => principal))], [connection.caller]);
});

connecting.test('names sessions by who takes on the role', () => {
  assert.is(sessionName('arn:aws:iam::123456789012:user/team/anna'), 'anna');
  assert.is(sessionName('arn:aws:sts::123456789012:assumed-role/Admin/anna@example.com'), 'anna@example.com');
  assert.is(sessionName('arn:aws:iam::123456789012:root'), 'root');
  assert.is(sessionName('arn:aws:iam::123456789012:user/x'), 'x-');
  assert.is(sessionName(`arn:aws:iam::123456789012:user/${'x'.repeat(70)}`).length, 64);
});

connecting.run();
