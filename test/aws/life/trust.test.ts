import { GetPolicyCommand, GetPolicyVersionCommand, IAMClient } from '@aws-sdk/client-iam';
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as assert from 'uvu/assert';
import { managedPolicy } from '../../../src/engines/aws/names.js';
import { readDeployment } from '../../../src/environment/deployments.js';
import { deploymentKey, inventoryKey, requestKey } from '../../../src/environment/keys.js';
import { assumeRole, createRole, settings } from '../emulator/account.js';
import type { Call, Credentials } from '../emulator/index.js';
import { allows, type Policy } from '../iam/allows.js';
import { account, bucket, type Life, onAccount, region } from './harness.js';

const trust = onAccount('who may do what in AWS', ['dev', 'production']);

type Who = Parameters<typeof managedPolicy>[2];

/** Somebody of a role with the policy of that name. */
const person = async ({ emulator }: Life, who: Who, name: string): Promise<Credentials> =>
  assumeRole(emulator, await createRole(emulator, who, { AWS: '*' }), name);

async function policyOf({ emulator }: Life, environment: string, who: Who): Promise<Policy> {
  const iam = new IAMClient(settings(emulator));
  const PolicyArn = `arn:aws:iam::${account}:policy/${managedPolicy(environment, region, who)}`;
  const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn }));
  const VersionId = Policy!.DefaultVersionId;
  const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId }));
  return JSON.parse(decodeURIComponent(PolicyVersion!.Document!));
}

const release = (version: string) => ({
  'plan.yaml': `
Name: release
Version: ${version}
States:
  Job: { Type: runner, Properties: { Commands: [echo working] } }
  Approve: { Type: approval, TimeoutSeconds: 120 }
`,
});

/** What somebody asked AWS for that a policy does not allow. Who they are everyone may ask. */
async function beyond(
  life: Life,
  who: Who,
  asked: readonly Call[],
  allowed = who,
): Promise<readonly string[]> {
  const policy = await policyOf(life, 'dev', allowed);
  const context = { 'aws:ResourceTag/plancc:environment': 'dev' };
  const refused = asked
    .filter(({ action, source }) => action !== 'sts:GetCallerIdentity' && source.endsWith(`:role/${who}`))
    .flatMap(({ action, resources }) => resources.map((resource) => ({ action, resource, context })))
    .filter((one) => !allows([policy], one));
  return [...new Set(refused.map(({ action, resource }) => `${action} on ${resource}`))];
}

trust.test('commands ask for nothing but what the policy of those who run them allows', async (life) => {
  life.project('release', release('1.0.0'));
  const as = {
    deployer: await person(life, 'deployer', 'ann'),
    approver: await person(life, 'approver', 'ben'),
    viewer: await person(life, 'viewer', 'eve'),
  };
  const before = life.emulator.calls().length;
  const deployer = (line: string, status = 0) => life.done(line, { as: as.deployer, status });
  const first = deployer('deploy release --env dev', 1);
  await life.waiting('dev');
  await life.done('reject release --env dev', { as: as.approver });
  await first;
  await deployer('why release --env dev');
  const again = deployer('retry release --env dev');
  await life.waiting('dev');
  await life.done('approve release --env dev', { as: as.approver });
  await again;
  const stopped = deployer('deploy release --env dev --set-version 1.1.0', 1);
  await life.waiting('dev');
  await deployer('stop release --env dev');
  await stopped;
  for (const line of [
    'status',
    'history',
    'output release',
    'logs release',
    'follow release',
    'env describe dev',
  ])
    await life.done(line.includes('dev') ? line : `${line} --env dev`, {
      as: as.viewer,
      status: line.startsWith('follow') ? 1 : 0,
    });
  const calls = life.emulator.calls().slice(before);
  for (const who of ['deployer', 'approver', 'viewer'] as const) {
    assert.ok(
      calls.some(({ source }) => source.endsWith(`:role/${who}`)),
      who,
    );
    assert.equal(await beyond(life, who, calls), [], who);
  }
  const more = await beyond(life, 'deployer', calls, 'viewer');
  assert.ok(more.length > 5 && more.every((one) => one.startsWith('s3:PutObject on ')), more.join('\n'));
});

trust.test('what a request says of itself counts for nothing', async (life) => {
  const ann = await person(life, 'deployer', 'ann');
  const { distributions } = JSON.parse(await life.done('status --env dev --json'));
  const asked = { action: 'deploy', version: '1.0.0', id: distributions[0].runs.id };
  const forged = {
    ...asked,
    ...{ environment: 'production', name: 'other', deployment: '20200101-000000-000000', by: 'root' },
    ...{
      requested: { by: 'root', at: '2020-01-01T00:00:00Z' },
      status: 'succeeded',
      decisions: [{ decision: 'approved' }],
    },
  };
  const named = { environment: 'dev', name: 'release', deployment: '20261123-120000-abcdef' };
  const key = requestKey(named.environment, named.name, named.deployment);
  assert.ok(await life.storeOf({ as: ann }).putIfAbsent(key, Buffer.from(JSON.stringify(forged))));
  await life.waiting('dev');
  const record = await readDeployment(life.storeOf(), named);
  assert.is(record!.requested.by, (await life.emulator.identityOf(ann)).id);
  assert.equal([record!.status, record!.decisions, record!.name], ['running', [], 'release']);
  await life.done('stop 20261123-120000-abcdef --env dev');
  assert.equal(await life.storeOf().list('environments/production/deployments/'), []);
});

trust.test('a deployer of one environment asks nothing of another, and writes no records', async (life) => {
  const policies = [await policyOf(life, 'dev', 'deployer'), await policyOf(life, 'dev', 'approver')];
  const may = (key: string) =>
    allows(policies, { action: 's3:PutObject', resource: `arn:aws:s3:::${bucket}/${key}` });
  const deployment = '20261123-130000-abcdef';
  assert.ok(may(requestKey('dev', 'release', deployment)));
  assert.not(may(requestKey('production', 'release', deployment)));
  // Whatever policies they have, the store itself refuses it.
  const ann = await person(life, 'deployer', 'ann');
  const s3 = new S3Client(settings(life.emulator, ann));
  const put = (Key: string) => s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: '{}' }));
  const refused = async (work: Promise<unknown>) =>
    assert.is(
      await work.then(
        () => 'done',
        ({ name }) => name,
      ),
      'AccessDenied',
    );
  const request = requestKey('dev', 'release', '20261123-120000-abcdef');
  await refused(put(request));
  await refused(put(deploymentKey('dev', 'release', deployment)));
  await refused(put(inventoryKey('dev', 'release')));
  await refused(s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: request })));
});

trust.run();
