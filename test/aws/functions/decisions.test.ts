import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { controlled } from '../../../src/engines/aws/functions/controlled.js';
import { createIdentities } from '../../../src/engines/aws/identities.js';
import { putDecision } from '../../../src/environment/decisions.js';
import { createDocument, readDocument } from '../../../src/environment/documents.js';
import { answerKey, decisionKey, environmentApproval, waitingKey } from '../../../src/environment/keys.js';
import type { Answer, Waiting } from '../../../src/environment/records.js';
import { newWorld, ship } from '../../environment/world.js';
import { fakeClient, refusing } from '../fake-client.js';

const decisions = suite('who may decide in AWS');

const approvers = 'arn:aws:iam::123456789012:role/approvers';
const at = '2026-11-23T11:00:00.000Z';

/** A deployment that waits for an approval of its environment, and for one of its plan by the approvers. */
async function waiting() {
  const test = await newWorld({ environment: { approvals: 1 } });
  const id = await test.request(await ship(test.store, '1.0.0'), 'webshop', 'AROADEPLOYERS:ann@example.com');
  await test.settle();
  const asked: Waiting = {
    ...{ state: 'Approve', iteration: [], token: 'token', message: '', since: at, needed: 1 },
    approvers: [approvers],
  };
  await createDocument(test.store, waitingKey('test', 'webshop', id, 'Approve-0'), asked);
  const iam = fakeClient({
    GetRole: ({ RoleName }: { RoleName: string }) =>
      RoleName === 'approvers'
        ? { Role: { RoleId: 'AROAAPPROVERS', Arn: approvers } }
        : refusing('NoSuchEntityException')(),
  });
  const world = { ...test.world, identities: createIdentities(iam.client) };
  let count = 0;
  return {
    /** Gives why a decision does not count, empty when it does. */
    decide: async (by: string, entry: string): Promise<string> => {
      const decision = `20261123-110000-00000${count++}`;
      await putDecision(
        test.store,
        { ...test.named(id), entry, id: decision },
        { decision: 'approved', comment: '' },
      );
      const put = { key: decisionKey('test', 'webshop', id, entry, decision), by, at };
      await controlled({ put }, { environment: 'test', world, attend: async () => [] });
      const answer = await readDocument<Answer>(test.store, answerKey('test', 'webshop', decision));
      assert.equal([answer?.by, answer?.at], [by, at]);
      return answer!.failure?.cause ?? '';
    },
    decided: async () => (await test.record(id)).decisions.map(({ by }) => by),
  };
}

decisions('others than the requester, whichever role that one takes on', async () => {
  const { decide, decided } = await waiting();
  for (const role of ['AROADEPLOYERS', 'AROAAPPROVERS'])
    assert.match(await decide(`${role}:ann@example.com`, environmentApproval), 'demands that others approve');
  assert.is(await decide('AROADEPLOYERS:bob@example.com', environmentApproval), '');
  assert.equal(await decided(), ['AROADEPLOYERS:bob@example.com']);
});

decisions('those who have taken on the role that an approval names, and nobody else', async () => {
  const { decide, decided } = await waiting();
  assert.match(await decide('AROAOTHERS:bob@example.com', 'Approve-0'), `may decide: ${approvers}`);
  assert.match(await decide(approvers, 'Approve-0'), 'is not among those who may decide');
  await decide('AROAAPPROVERS:bob@example.com', 'Approve-0');
  assert.equal(await decided(), ['AROAAPPROVERS:bob@example.com']);
});

decisions.run();
