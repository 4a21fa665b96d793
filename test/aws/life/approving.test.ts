import * as assert from 'uvu/assert';
import { assumeRole, createRole, createUser } from '../emulator/account.js';
import type { Credentials } from '../emulator/index.js';
import { account, type Life, onAccount } from './harness.js';

const approving = onAccount('approvals in AWS', ['dev', 'production --kind production --approvals 2']);

/** Somebody who has taken on a role, whose sessions are named after them. */
const session = async ({ emulator }: Life, role: string, name: string): Promise<Credentials> =>
  assumeRole(emulator, await createRole(emulator, role, { AWS: '*' }), name);

const plan = (version: string, approvers: readonly string[]) => ({
  'plan.json': JSON.stringify({
    Name: 'release',
    Version: version,
    Outputs: { By: '${{ States.Approve.by }}', Comment: '${{ States.Approve.comment }}' },
    States: {
      Approve: {
        Type: 'approval',
        TimeoutSeconds: 60,
        Properties: { Message: 'Release?', Approvers: approvers },
      },
    },
  }),
});

/** Deploys as Ann, and does something as soon as something waits. */
async function deployed(
  life: Life,
  environment: string,
  { as, status = 0 }: { readonly as: Credentials; readonly status?: number },
  meanwhile: () => Promise<void>,
): Promise<string> {
  const [told] = await Promise.all([
    life.done(`deploy release --env ${environment} --yes`, { as, status }),
    life.waiting(environment).then(meanwhile),
  ]);
  return told;
}

approving.test('those whom a plan names may decide, and nobody else', async (life) => {
  const manager = `arn:aws:iam::${account}:role/manager`;
  life.project('release', plan('1.0.0', [manager, `arn:aws:iam::${account}:user/olga`]));
  const ann = await session(life, 'developer', 'ann');
  const mia = await session(life, 'manager', 'mia');
  const olga = await createUser(life.emulator, 'olga');
  const told = await deployed(life, 'dev', { as: ann }, async () => {
    const refused = await life.done('approve release --env dev', { as: ann, status: 1 });
    assert.match(refused, `ann is not among those who may decide: ${manager}`);
    await life.done(`approve release --env dev -m 'go on'`, { as: mia });
  });
  assert.match(told, 'Approve was approved by mia: go on\n');
  assert.match(told, /By {7}AROA\w+:mia\n {2}Comment {2}go on\n/);
  const rejected = await deployed(life, 'dev', { as: ann, status: 1 }, async () => {
    await life.done(`reject release --env dev -m 'not now'`, { as: olga });
  });
  assert.match(rejected, /failed with ApprovalRejected .*\n *rejected by AIDA\w+: not now\n/);
});

approving.test('an environment demands the approval of others than the one who deploys', async (life) => {
  life.project('release', plan('1.1.0', []));
  const [ann, sameAnn, ben, mia] = [
    await session(life, 'developer', 'ann'),
    await session(life, 'manager', 'ann'),
    await session(life, 'developer', 'ben'),
    await session(life, 'manager', 'mia'),
  ];
  const told = await deployed(life, 'production', { as: ann }, async () => {
    for (const as of [ann, sameAnn]) {
      const refused = await life.done('approve release --env production', { as, status: 1 });
      assert.match(refused, 'ann requested the deployment, and production demands that others approve it');
    }
    const first = await life.done('approve release --env production', { as: ben });
    assert.match(first, '\n  it waits for 1 more approval\n');
    const second = await life.done('approve release --env production', { as: mia });
    assert.not.match(second, 'more approval');
    await life.waiting('production');
    // The plan's own approval may be given by whoever asked for the deployment.
    await life.done('approve release --env production --state Approve', { as: ann });
  });
  assert.match(told, 'the deployment was approved by ben\n');
  assert.match(told, 'Approve was approved by ann\n');
  const rejected = await deployed(life, 'production', { as: ann, status: 1 }, async () => {
    await life.done(`reject release --env production -m 'not on a Friday'`, { as: ben });
  });
  assert.match(rejected, 'ApprovalRejected: rejected by ben: not on a Friday\n');
  const { deployments } = JSON.parse(await life.done('history release --env production --json'));
  assert.equal(
    deployments.map((one: { decisions: readonly { decision: string }[] }) =>
      one.decisions.map(({ decision }) => decision),
    ),
    [['rejected'], ['approved', 'approved', 'approved']],
  );
});

approving.run();
