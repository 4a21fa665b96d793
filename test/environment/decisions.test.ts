import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { receive } from '../../src/environment/controller/receive.js';
import { putDecision, readDecision } from '../../src/environment/decisions.js';
import { createDocument, readDocument } from '../../src/environment/documents.js';
import { answerKey, decisionKey, environmentApproval, waitingKey } from '../../src/environment/keys.js';
import type { Answer, PutDecision, Waiting } from '../../src/environment/records.js';
import { decide } from './decide.js';
import { newWorld, ship } from './world.js';

const decisions = suite('decisions about what waits');

const waiting = async (approvals: number) => {
  const test = await newWorld({ environment: { approvals } });
  const id = await test.request(await ship(test.store, '1.0.0'));
  await test.settle();
  return { test, id };
};

decisions('an environment that demands approvals gets them before the plan begins', async () => {
  const { test, id } = await waiting(2);
  assert.equal(test.plans(), []);
  assert.ok(test.events.includes(`Deployment waiting for approval: ${id}`));
  assert.is(await decide(test, id, 'bob', 'approved'), '');
  await test.settle();
  assert.equal(test.plans(), []);
  assert.is(await decide(test, id, 'carol', 'approved'), '');
  await test.settle();
  assert.is(test.plans().length, 1);
  const made = (await test.record(id)).decisions.map(({ by, decision, comment }) => [by, decision, comment]);
  assert.equal(made, [
    ['bob', 'approved', 'because'],
    ['carol', 'approved', 'because'],
  ]);
  assert.equal(await test.store.list('environments/test/waiting/'), []);
});

decisions('nothing of a plan is made before others have agreed: its stack may hold anything', async () => {
  const { test, id } = await waiting(1);
  assert.equal(test.stacks, []);
  assert.is(await decide(test, id, 'bob', 'approved'), '');
  await test.settle();
  assert.is(test.stacks.length, 1);
});

decisions('whoever answers the task token has not thereby approved', async () => {
  const { test, id } = await waiting(1);
  const key = waitingKey('test', 'webshop', id, environmentApproval);
  const { token } = (await readDocument<Waiting>(test.store, key))!;
  assert.ok(await test.world.orchestrator.answer(token, { output: {} }));
  await test.settle();
  const { status, failure } = await test.record(id);
  assert.equal([status, failure?.error], ['failed', 'ApprovalMissing']);
  assert.equal([test.stacks, test.plans()], [[], []]);
});

decisions('the id of a decision that counts gives another one no right', async () => {
  const { test, id } = await waiting(2);
  const entry = 'Ask@0-20261123T100000000Z-0';
  await createDocument<Waiting>(test.store, waitingKey('test', 'webshop', id, entry), {
    ...{ state: 'Ask', iteration: [], token: 'token', message: '', since: '', needed: 1 },
    approvers: ['carol'],
  });
  const named = { ...test.named(id), id: '20261123-120000-000000' };
  const put = async (about: string, decision: PutDecision['decision']) => {
    await putDecision(test.store, { ...named, entry: about }, { decision, comment: '' });
    await receive(test.world, decisionKey('test', 'webshop', id, about, named.id), test.act('bob'));
  };
  await put(environmentApproval, 'approved');
  // As if both were received at once.
  await test.store.delete(answerKey('test', 'webshop', named.id));
  await put(entry, 'rejected');
  const answer = await readDocument<Answer>(test.store, answerKey('test', 'webshop', named.id));
  assert.match(answer!.failure!.cause, 'bob is not among those who may decide');
});

decisions('who requested it does not count, and nobody counts twice', async () => {
  const { test, id } = await waiting(2);
  assert.match(await decide(test, id, 'ann', 'approved'), 'test demands that others approve it');
  assert.is(await decide(test, id, 'bob', 'approved'), '');
  assert.match(await decide(test, id, 'bob', 'approved'), 'bob has decided already');
  assert.is((await test.record(id)).decisions.length, 1);
  await test.settle();
  assert.equal(test.plans(), []);
});

decisions('one who rejects is enough', async () => {
  const { test, id } = await waiting(2);
  await decide(test, id, 'bob', 'approved');
  assert.is(await decide(test, id, 'carol', 'rejected'), '');
  await test.settle();
  const { status, failure } = await test.record(id);
  assert.equal(
    [status, failure],
    ['failed', { error: 'ApprovalRejected', cause: 'rejected by carol: because' }],
  );
  assert.match(await decide(test, id, 'dave', 'approved'), 'nothing waits for this decision any more');
});

decisions('nobody approves in time', async () => {
  const { test, id } = await waiting(1);
  test.timeOut();
  await test.settle();
  const { status, failure } = await test.record(id);
  assert.equal([status, failure!.error], ['failed', 'ApprovalTimedOut']);
});

decisions('what waits does so no more when the deployment is stopped', async () => {
  const { test, id } = await waiting(1);
  await test.request({ action: 'stop', deployment: id });
  assert.equal(await test.store.list('environments/test/waiting/'), []);
  assert.match(await decide(test, id, 'bob', 'approved'), 'nothing waits');
});

decisions('a state of the plan is decided by those whom it names, the requester too', async () => {
  const test = await newWorld();
  const id = await test.request(await ship(test.store, '1.0.0'));
  await test.settle();
  const state: Waiting = {
    state: 'Release',
    iteration: [2],
    token: 'none',
    message: 'Release?',
    since: '2026-11-23T10:00:00.000Z',
    approvers: ['ann', 'carol'],
    needed: 1,
  };
  await createDocument(test.store, waitingKey('test', 'webshop', id, 'Release-0'), state);
  assert.match(
    await decide(test, id, 'bob', 'approved', 'Release-0'),
    'not among those who may decide: ann, carol',
  );
  // The state was timed out meanwhile: nobody has the token.
  assert.match(await decide(test, id, 'ann', 'approved', 'Release-0'), 'nothing waits');
  const [made] = (await test.record(id)).decisions;
  assert.equal([made!.state, made!.iteration, made!.by], ['Release', [2], 'ann']);
});

decisions('what is no decision is told so', async () => {
  const { test, id } = await waiting(1);
  const named = { ...test.named(id), entry: environmentApproval, id: '20261123-120000-000000' };
  const key = decisionKey('test', 'webshop', id, environmentApproval, named.id);
  await test.store.putIfAbsent(key, Buffer.from('{"decision":"maybe"}'));
  await receive(test.world, key, test.act('bob'));
  const answer = await readDocument<Answer>(test.store, answerKey('test', 'webshop', named.id));
  assert.equal(answer!.failure, {
    error: 'InvalidDecision',
    cause: 'the `decision` is neither `approved` nor `rejected`',
  });
  const long = JSON.stringify({ decision: 'approved', comment: 'x'.repeat(65_536) });
  assert.equal(readDecision(Buffer.from(long)), { malformed: 'the decision has more than 65536 bytes' });
});

decisions.run();
