import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Call } from '../../src/engines/local/interpreter/run.js';
import type { Mocks } from '../../src/engines/local/mocks/mocks.js';
import { createTasks, type TaskOptions } from '../../src/engines/local/tasks.js';
import type { Answer, Execution } from '../../src/ports/orchestrator.js';
import { StatesError } from '../../src/ports/states-error.js';
import type { Json } from '../../src/source/document.js';

const tasks = suite('tasks where there is no AWS');

const worker = 'arn:aws:lambda:local:000000000000:function:plancc-worker';
const machine = 'arn:aws:states:local:000000000000:stateMachine:other';

/** Tasks with one function of our own, and executions that end as told after being looked at twice. */
function world(
  mocks: Mocks,
  end: Partial<Execution> = {},
  work: (payload: Json) => Promise<Json> = async (payload) => ({ worked: payload }),
) {
  const answers: [string, Answer][] = [];
  const started: Json[] = [];
  let looks = 0;
  const options: TaskOptions = {
    mocks,
    types: { Smoke: 'lambda', Approve: 'approval' },
    functions: { [worker]: work },
    answer: async (token, answer) => answers.push([token, answer]) > 0,
    executions: {
      orchestrator: {
        start: async (arn, name, input) => {
          started.push([arn, name, input]);
          return `${arn}:${name}`;
        },
        describe: async () => {
          looks++;
          const running = { status: 'RUNNING', startDate: 0, redriveCount: 0, input: {} } as const;
          return looks < 2 ? running : { ...running, stopDate: 1000, status: 'SUCCEEDED', ...end };
        },
        stop: async () => {},
      },
      pause: async () => {},
    },
  };
  const call = (fields: Partial<Call>): Call => ({
    state: 'State',
    resource: 'arn:aws:states:::sns:publish',
    arguments: {},
    attempt: 0,
    id: 'execution#2',
    signal: new AbortController().signal,
    ...fields,
  });
  return { run: (fields: Partial<Call>) => createTasks(options).run(call(fields)), answers, started };
}

async function failure(work: Promise<unknown>): Promise<Error> {
  try {
    await work;
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

tasks('a native task comes to what its mock says, attempt by attempt', async () => {
  const { run } = world({
    States: { State: [{ Throw: { Error: 'Busy' } }, { Return: { MessageId: '1' } }] },
  });
  const thrown = await failure(run({}));
  assert.equal([thrown.name, thrown.message], ['Busy', '']);
  assert.equal(await run({ attempt: 1 }), { MessageId: '1' });
  assert.equal(await run({ attempt: 5 }), { MessageId: '1' });
});

tasks('the mock of a `lambda` state is the result of the function', async () => {
  const { run } = world({ States: { Smoke: { Return: { products: 3 } } }, Functions: { shop: [1] } });
  const resource = 'arn:aws:states:::lambda:invoke';
  assert.equal(await run({ state: 'Smoke', resource }), {
    ExecutedVersion: '$LATEST',
    Payload: { products: 3 },
    StatusCode: 200,
  });
  const { Payload } = (await run({ resource, arguments: { FunctionName: 'shop' } })) as { Payload: Json };
  assert.equal(Payload, [1]);
});

tasks('functions of our own are called, directly or by `lambda:invoke`', async () => {
  const { run } = world({});
  assert.equal(await run({ resource: worker, arguments: { type: 'cfn' } }), { worked: { type: 'cfn' } });
  const resource = 'arn:aws:states:::lambda:invoke.waitForTaskToken';
  const { Payload } = (await run({
    resource,
    arguments: { FunctionName: worker, Payload: { type: 'approval' } },
  })) as { Payload: Json };
  assert.equal(Payload, { worked: { type: 'approval' } });
});

tasks('what a function of ours throws, or a mock in its place, comes as from Lambda', async () => {
  const cause = '{"errorType":"StackFailed","errorMessage":"x","trace":[""]}';
  const broken = world({}, {}, async () => {
    throw new StatesError('StackFailed', 'x');
  });
  const thrown = await failure(broken.run({ resource: worker }));
  assert.equal([thrown.name, thrown.message], ['StackFailed', cause]);
  const waiting = { resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken', token: 'token' };
  const asked = await failure(broken.run({ ...waiting, arguments: { FunctionName: worker } }));
  assert.is(asked.message, cause);
  const { run } = world({ States: { State: { Throw: { Error: 'StackFailed', Cause: 'x' } } } });
  assert.is((await failure(run({ resource: worker }))).message, cause);
  // What answers a token says it in its own words.
  assert.is((await failure(run(waiting))).message, 'x');
});

tasks('a mock of a state of plancc wins, and answers its token at once', async () => {
  const { run, answers } = world({ States: { Approve: { Return: { decision: 'approved' } } } });
  await run({ state: 'Approve', resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken', token: 't' });
  assert.equal(answers, [['t', { output: { decision: 'approved' } }]]);
});

tasks('without a mock, the cause says what to write', async () => {
  const { run } = world({});
  const thrown = await failure(
    run({ state: 'Say: it', arguments: { TopicArn: 'arn', Message: 'x'.repeat(500) } }),
  );
  assert.is(thrown.name, 'MockMissing');
  assert.is(
    thrown.message,
    [
      'there is no AWS here, and `mocks.yaml` does not say what `Say: it` comes to',
      'Write there what `arn:aws:states:::sns:publish` answers (to deploy it, raise the version):',
      '',
      'States:',
      '  "Say: it":',
      '    Return: {}',
      '',
      `It was called with {"TopicArn":"arn","Message":"${'x'.repeat(271)}…`,
    ].join('\n'),
  );
});

const start = { StateMachineArn: machine, Name: 'one', Input: { a: 1 } };

tasks('an execution is started, and with `.sync` awaited', async () => {
  const { run, started } = world({}, { output: { b: 2 } });
  const resource = 'arn:aws:states:::states:startExecution';
  assert.equal(await run({ resource, arguments: start }), {
    ExecutionArn: `${machine}:one`,
    StartDate: '1970-01-01T00:00:00.000Z',
  });
  assert.equal(started, [[machine, 'one', { a: 1 }]]);
  const parsed = (await run({ resource: `${resource}.sync:2`, arguments: start })) as { Output: Json };
  assert.equal(parsed.Output, { b: 2 });
  const text = (await run({ resource: `${resource}.sync`, arguments: start })) as { Output: Json };
  assert.is(text.Output, '{"b":2}');
});

tasks('an execution that fails is a task that failed, with all that is known of it', async () => {
  const { run } = world({}, { status: 'FAILED', error: 'Broken', cause: 'why' });
  const resource = 'arn:aws:states:::states:startExecution.sync:2';
  const thrown = await failure(run({ resource, arguments: start }));
  assert.is(thrown.name, 'States.TaskFailed');
  const { Status, Error: error, Cause } = JSON.parse(thrown.message);
  assert.equal([Status, error, Cause], ['FAILED', 'Broken', 'why']);
});

tasks.run();
