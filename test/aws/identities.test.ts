import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createIdentities } from '../../src/engines/aws/identities.js';
import { fakeClient, refusing } from './fake-client.js';

const identities = suite('who is meant by a principal, in IAM');

const noSuch = refusing('NoSuchEntityException');
const account = 'arn:aws:iam::123456789012';
const approvers = { RoleId: 'AROAAPPROVERS', Arn: `${account}:role/teams/approvers` };
const ann = { UserId: 'AIDAANN', Arn: `${account}:user/ann` };

const iam = () =>
  fakeClient({
    GetRole: ({ RoleName }: { RoleName: string }) =>
      RoleName === 'approvers' ? { Role: approvers } : noSuch(),
    GetUser: ({ UserName }: { UserName: string }) => (UserName === 'ann' ? { User: ann } : noSuch()),
  });

const session = 'arn:aws:sts::123456789012:assumed-role/approvers';

/** Who did something, what an author named, and whether that is the same. */
const cases: readonly (readonly [by: string, principal: string, same: boolean])[] = [
  ['AIDAANN', ann.Arn, true],
  ['AIDABOB', ann.Arn, false],
  ['AROAAPPROVERS:ann', approvers.Arn, true],
  ['AROAOTHERS:ann', approvers.Arn, false],
  ['AROAAPPROVERS:ann', `${session}/ann`, true],
  ['AROAAPPROVERS:bob', `${session}/ann`, false],
  ['AROAOTHERS:ann', `${session}/ann`, false],
  // The same name elsewhere is another one.
  ['AROAAPPROVERS:ann', `${account}:role/approvers`, false],
  ['AROAAPPROVERS:ann', 'arn:aws:iam::999999999999:role/teams/approvers', false],
  ['AROAAPPROVERS:ann', 'arn:aws:sts::999999999999:assumed-role/approvers/ann', false],
  // Nobody may take on the name of someone who is gone.
  ['AROAGONE:x', `${account}:role/gone`, false],
  ['', `${account}:user/gone`, false],
  // By id, which is all there is for other accounts.
  ['AROAAPPROVERS:ann', 'AROAAPPROVERS:ann', true],
  ['AROAAPPROVERS:ann', 'AROAAPPROVERS', true],
  ['AROAAPPROVERS:ann', 'AROAAPP', false],
  ['ann', 'ann', true],
  ['ann', 'bob', false],
];

for (const [by, principal, same] of cases) {
  identities(`${by || 'nobody'} is ${same ? '' : 'not '}${principal}`, async () => {
    assert.is(await createIdentities(iam().client).is(by, principal), same);
  });
}

identities('a session is the same person in another role; nobody else is', () => {
  const { isSame } = createIdentities(iam().client);
  assert.ok(isSame('AROADEPLOYERS:ann@example.com', 'AROAAPPROVERS:ann@example.com'));
  assert.ok(isSame('AIDAANN', 'AIDAANN'));
  for (const [by, other] of [
    ['AROAAPPROVERS:ann', 'AROAAPPROVERS:bob'],
    ['AIDAANN', 'AIDABOB'],
    ['AIDAANN', 'AROAAPPROVERS:AIDAANN'],
  ] as const)
    assert.not.ok(isSame(by, other));
});

identities('a role that cannot be looked up is no answer', async () => {
  const busy = fakeClient({ GetRole: refusing('ThrottlingException') });
  try {
    await createIdentities(busy.client).is('AROAAPPROVERS:ann', approvers.Arn);
    assert.unreachable();
  } catch (error) {
    assert.is((error as Error).name, 'ThrottlingException');
  }
});

identities.run();
