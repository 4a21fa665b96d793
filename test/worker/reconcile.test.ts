import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { StackResult } from '../../src/ports/stacks.js';
import { deployment, failureOf, newWorld } from './world.js';

const reconcile = suite('states that the worker makes so');

const template = { 'files/stack.yaml': 'Resources: { Queue: { Type: AWS::SQS::Queue } }\n' };
const properties = { StackName: 'test-shop', Template: 'stack.yaml' };
const done: StackResult = { status: 'done', outputs: { Url: 'https://x' }, changes: [] };

/** A world whose stack gives these results, one after the other. */
async function newStack(...results: readonly StackResult[]) {
  const left = [...results];
  const world = await newWorld({ files: template, stack: () => left.shift()! });
  return { ...world, tokens: () => world.stacks.map(({ token }) => token) };
}

reconcile('who is told that it is in progress asks again, in the same attempt', async () => {
  const { make, pass, tokens, documents } = await newStack({ status: 'in progress' }, done);
  assert.equal(await failureOf(make('cfn', properties)), [
    'InProgress',
    'the stack `test-shop` is still at work',
  ]);
  pass(10);
  assert.equal(await make('cfn', properties, { retry: 1 }), { Url: 'https://x' });
  const [first, second] = tokens();
  assert.is(first, second);
  assert.match(first!, new RegExp(`^${deployment}-[0-9a-f]{32}$`));
  assert.equal(documents('attempts'), [
    {
      state: 'Make it',
      iteration: [],
      number: 1,
      started: '2026-11-23T10:00:00.000Z',
      deadline: '2026-11-23T10:10:00.000Z',
      ended: { retry: 1, answer: { output: { Url: 'https://x' }, changes: [] } },
    },
  ]);
});

reconcile('a success is given again without any work', async () => {
  const { make, stacks } = await newStack(done);
  for (const retry of [0, 0, 1]) assert.equal(await make('cfn', properties, { retry }), { Url: 'https://x' });
  assert.is(stacks.length, 1);
});

reconcile('a failure is given again for the same call; a retry is a new attempt', async () => {
  const { make, pass, tokens, documents } = await newStack({ status: 'failed', reason: 'no room' }, done);
  for (const _ of 'ab') {
    assert.equal(await failureOf(make('cfn', properties)), ['StackFailed', 'no room']);
  }
  pass(30);
  assert.equal(await make('cfn', properties, { retry: 1 }), { Url: 'https://x' });
  assert.is(new Set(tokens()).size, 2);
  const [attempt] = documents('attempts');
  assert.equal([attempt!.number, attempt!.deadline], [2, '2026-11-23T10:10:30.000Z']);
});

reconcile('a stack that is still at work at the deadline fails', async () => {
  const inProgress: StackResult = { status: 'in progress' };
  const { make, pass, stacks } = await newStack(inProgress, inProgress, inProgress, done);
  assert.is((await failureOf(make('cfn', properties)))[0], 'InProgress');
  pass(600);
  assert.equal(await failureOf(make('cfn', properties, { retry: 1 })), [
    'StackTimedOut',
    'the stack was still at work at its deadline, 2026-11-23T10:10:00.000Z',
  ]);
  assert.equal(
    stacks.map(({ isOverdue }) => isOverdue),
    [false, true],
  );
  assert.is((await failureOf(make('cfn', properties, { retry: 2 })))[0], 'InProgress');
  assert.equal(await make('cfn', properties, { retry: 3 }), { Url: 'https://x' });
});

reconcile('the deadline counts from when the state was entered', async () => {
  const { make, pass } = await newStack({ status: 'in progress' });
  pass(601);
  assert.is((await failureOf(make('cfn', properties)))[0], 'StackTimedOut');
});

reconcile('what is done at the deadline is done', async () => {
  const { make, pass } = await newStack(done);
  pass(10_000);
  assert.equal(await make('cfn', properties), { Url: 'https://x' });
});

reconcile('another entry, iteration or redrive is another attempt', async () => {
  const { make, tokens, payload } = await newStack(done, done, done, done, done);
  await make('cfn', properties);
  await make('cfn', properties, { entered: '2026-11-23T10:00:00.001Z' });
  await make('cfn', properties, { payload: { ...payload, iteration: [0] } });
  await make('cfn', properties, { payload: { ...payload, iteration: [0, 1] } });
  await make('cfn', properties, { redrive: 1 });
  assert.is(new Set(tokens()).size, 5);
});

reconcile('what is no failure of the state ends no attempt', async () => {
  const left = [new Error('the network is away'), undefined];
  const world = await newWorld({
    files: template,
    stack: () => {
      const error = left.shift();
      if (error !== undefined) throw error;
      return done;
    },
  });
  assert.equal(await failureOf(world.make('cfn', properties)), ['Error', 'the network is away']);
  assert.equal(await world.make('cfn', properties, { retry: 1 }), { Url: 'https://x' });
  assert.is(world.stacks[0]!.token, world.stacks[1]!.token);
});

reconcile('calls at the same time are one attempt', async () => {
  const { make, tokens, documents } = await newStack(done, done, done, done);
  const outputs = await Promise.all([0, 1, 2, 3].map(() => make('cfn', properties)));
  for (const output of outputs) assert.equal(output, { Url: 'https://x' });
  assert.is(new Set(tokens()).size, 1);
  assert.is(documents('attempts').length, 1);
});

reconcile(
  'the version is the one that the record of the deployment says, whatever the payload says',
  async () => {
    const { make, payload, stacks } = await newStack(done);
    const distribution = { ...payload.distribution, version: '9.9.9', id: '0'.repeat(64) };
    await make('cfn', properties, { payload: { ...payload, distribution } });
    assert.match(stacks[0]!.template!, /AWS::SQS::Queue/);
  },
);

reconcile.run();
