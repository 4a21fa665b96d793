import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createOrchestrator } from '../../src/engines/aws/orchestrator/index.js';
import { fakeClient, refusing } from './fake-client.js';

const steps = suite('Step Functions as the orchestrator');

const machine = 'arn:aws:states:eu-west-1:123456789012:stateMachine:shop';
const execution = 'arn:aws:states:eu-west-1:123456789012:execution:shop:one';

const orchestratorOf = (answers: Parameters<typeof fakeClient>[0]) => {
  const { client, calls } = fakeClient(answers);
  return { ...createOrchestrator(client), calls };
};

async function errorOf(made: Promise<unknown>): Promise<readonly [string, string]> {
  try {
    await made;
  } catch (error) {
    if (error instanceof Error) return [error.name, error.message];
  }
  throw new Error('it did not fail');
}

steps('the same name again is the same execution, also when that has ended', async () => {
  const first = orchestratorOf({ StartExecution: () => ({}) });
  assert.is(await first.start(machine, 'one', { a: 1 }), execution);
  assert.equal(first.calls, [
    ['StartExecution', { stateMachineArn: machine, name: 'one', input: '{"a":1}' }],
  ]);
  const again = orchestratorOf({ StartExecution: refusing('ExecutionAlreadyExists') });
  assert.is(await again.start(machine, 'one', { a: 1 }), execution);
});

steps('a machine that is gone fails by its name; what may pass is thrown as it is', async () => {
  const gone = orchestratorOf({ StartExecution: refusing('StateMachineDoesNotExist', 'no such machine') });
  assert.equal(await errorOf(gone.start(machine, 'one', {})), [
    'StepFunctions.StateMachineDoesNotExistException',
    'no such machine',
  ]);
  const busy = orchestratorOf({ StartExecution: refusing('ThrottlingException') });
  assert.is((await errorOf(busy.start(machine, 'one', {})))[0], 'ThrottlingException');
});

steps('an execution is described with JSON and milliseconds', async () => {
  const { describe } = orchestratorOf({
    DescribeExecution: () => ({
      status: 'FAILED',
      startDate: new Date(1000),
      stopDate: new Date(2000),
      redriveCount: 2,
      input: '{"a":1}',
      error: 'StackFailed',
      cause: 'x',
      $metadata: {},
    }),
  });
  assert.equal(await describe(execution), {
    status: 'FAILED',
    startDate: 1000,
    stopDate: 2000,
    redriveCount: 2,
    input: { a: 1 },
    error: 'StackFailed',
    cause: 'x',
  });
  const none = orchestratorOf({ DescribeExecution: refusing('ExecutionDoesNotExist') });
  assert.is(await none.describe(execution), undefined);
});

/** A history of so many events, in pages from its end. */
const historyOf = (length: number) => ({
  GetExecutionHistory: ({ maxResults, nextToken }: { maxResults: number; nextToken?: string }) => {
    const from = nextToken === undefined ? length : Number(nextToken);
    const ids = Array.from({ length: Math.min(maxResults, from) }, (_, index) => from - index);
    const rest = from - ids.length;
    return {
      events: ids.map((id) => ({
        id,
        previousEventId: id - 1,
        type: 'Any',
        timestamp: new Date(id),
        none: undefined,
      })),
      ...(rest > 0 && { nextToken: String(rest) }),
    };
  },
});

steps('of a long history only what is new is read', async () => {
  const { history, calls } = orchestratorOf(historyOf(2500));
  const all = await history(execution, 0);
  assert.equal([all.length, all[0]!.id, all.at(-1)!.id, calls.length], [2500, 1, 2500, 3]);
  assert.equal(all[0], { id: 1, previousEventId: 0, type: 'Any', timestamp: '1970-01-01T00:00:00.001Z' });
  const news = await history(execution, 2490);
  assert.equal(
    news.map(({ id }) => id),
    Array.from({ length: 10 }, (_, index) => 2491 + index),
  );
  assert.is(calls.length, 4, 'one small page');
  assert.equal((await history(execution, 2380)).length, 120);
  assert.is(calls.length, 6);
  assert.equal(await history(execution, 2500), []);
});

steps('an execution that is not there has no history, and is not stopped', async () => {
  const none = refusing('ExecutionDoesNotExist');
  const { history, stop, calls } = orchestratorOf({ GetExecutionHistory: none, StopExecution: none });
  assert.equal(await history(execution, 0), []);
  await stop(execution, 'E'.repeat(300), `${'c'.repeat(32_767)}💥`);
  const [, { error, cause }] = calls.at(-1) as unknown as [string, { error: string; cause: string }];
  assert.equal([error.length, cause.length], [256, 32_767], 'no half of a character');
});

steps('two who redrive at once redrive it once', async () => {
  const running = orchestratorOf({
    RedriveExecution: refusing('ExecutionNotRedrivable'),
    DescribeExecution: () => ({ status: 'RUNNING' }),
  });
  await running.redrive(execution);
  const old = orchestratorOf({
    RedriveExecution: refusing('ExecutionNotRedrivable', 'it is older than 14 days'),
    DescribeExecution: () => ({ status: 'FAILED' }),
  });
  assert.equal(await errorOf(old.redrive(execution)), [
    'StepFunctions.ExecutionNotRedrivableException',
    'it is older than 14 days',
  ]);
});

steps('an answer is heard, or nobody waits for it', async () => {
  const { answer, heartbeat, calls } = orchestratorOf({
    SendTaskSuccess: () => ({}),
    SendTaskFailure: refusing('TaskTimedOut'),
    SendTaskHeartbeat: refusing('TaskDoesNotExist'),
  });
  assert.is(await answer('token', { output: { a: 'ö' } }), true);
  assert.is(await answer('token', { error: 'JobFailed', cause: 'x' }), false);
  assert.is(await heartbeat('token'), false);
  assert.equal(calls[0], ['SendTaskSuccess', { taskToken: 'token', output: '{"a":"ö"}' }]);
  const broken = orchestratorOf({ SendTaskSuccess: refusing('InvalidToken') });
  assert.is(await broken.answer('made up', { output: 1 }), false);
  const busy = orchestratorOf({ SendTaskHeartbeat: refusing('ThrottlingException') });
  assert.is((await errorOf(busy.heartbeat('token')))[0], 'ThrottlingException');
});

steps('an output that Step Functions does not carry fails the state', async () => {
  const { answer, calls } = orchestratorOf({ SendTaskSuccess: () => ({}), SendTaskFailure: () => ({}) });
  assert.is(await answer('token', { output: 'x'.repeat(262_142) }), true);
  assert.is(await answer('token', { output: 'ö'.repeat(131_072) }), true);
  assert.equal(
    calls.map(([name]) => name),
    ['SendTaskSuccess', 'SendTaskFailure'],
  );
  assert.equal(calls[1]![1], {
    taskToken: 'token',
    error: 'States.DataLimitExceeded',
    cause: 'the output has 262146 bytes, and Step Functions carries 262144',
  });
});

steps.run();
