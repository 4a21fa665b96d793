import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  RedriveExecutionCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import * as assert from 'uvu/assert';
import { createFunction, createRole, settings } from './account.js';
import type { Emulator } from './index.js';
import { onEmulator } from './suite.js';
import { until } from './until.js';

const machines = onEmulator('emulator: Step Functions');

const client = (emulator: Emulator) => new SFNClient(settings(emulator));

async function createMachine(emulator: Emulator, name: string, definition: object): Promise<string> {
  const roleArn = await createRole(emulator, 'machines', { Service: 'states.amazonaws.com' });
  const { stateMachineArn } = await client(emulator).send(
    new CreateStateMachineCommand({ name, roleArn, definition: JSON.stringify(definition) }),
  );
  return stateMachineArn!;
}

async function start(emulator: Emulator, stateMachineArn: string, input: object = {}): Promise<string> {
  const request = { stateMachineArn, input: JSON.stringify(input) };
  return (await client(emulator).send(new StartExecutionCommand(request))).executionArn!;
}

const describe = (emulator: Emulator, executionArn: string) =>
  client(emulator).send(new DescribeExecutionCommand({ executionArn }));

const ended = (emulator: Emulator, arn: string) =>
  until(async () => {
    const execution = await describe(emulator, arn);
    return execution.status === 'RUNNING' ? undefined : execution;
  });

const echo = 'exports.handler = async (event) => event;';
const echoFunction = async (emulator: Emulator, name: string) =>
  createFunction(
    emulator,
    name,
    await createRole(emulator, 'functions', { Service: 'lambda.amazonaws.com' }),
    echo,
  );

machines.test('executions without names are several, and have dates', async (emulator) => {
  const arn = await createMachine(emulator, 'twice', {
    StartAt: 'A',
    States: { A: { Type: 'Pass', End: true } },
  });
  const [first, second] = [await start(emulator, arn, { n: 1 }), await start(emulator, arn, { n: 2 })];
  assert.is.not(first, second);
  const { output, startDate, stopDate, name } = await ended(emulator, second!);
  assert.is(output, '{"n":2}');
  assert.ok(stopDate! >= startDate!);
  assert.match(name!, /^[0-9a-f-]{36}$/);
});

machines.test('a function is the resource itself, and its errors are caught by name', async (emulator) => {
  const role = await createRole(emulator, 'functions', { Service: 'lambda.amazonaws.com' });
  const throwing = `let n = 0; exports.handler = async ({ until }) => {
    if (n++ < until) throw Object.assign(new Error('not yet'), { name: 'InProgress' });
    throw Object.assign(new Error('why'), { name: 'StackFailed' }); };`;
  const Resource = await createFunction(emulator, 'direct', role, throwing);
  const arn = await createMachine(emulator, 'catching', {
    StartAt: 'A',
    States: {
      A: {
        Type: 'Task',
        Resource,
        TimeoutSeconds: 30,
        Retry: [{ ErrorEquals: ['InProgress'], IntervalSeconds: 2, MaxAttempts: 10 }],
        Catch: [{ ErrorEquals: ['StackFailed'], ResultPath: '$.error', Next: 'B' }],
        End: true,
      },
      B: { Type: 'Pass', End: true },
    },
  });
  const started = Date.now();
  const { output } = await ended(emulator, await start(emulator, arn, { until: 2 }));
  const { error } = JSON.parse(output!);
  assert.is(error.Error, 'StackFailed');
  assert.is(JSON.parse(error.Cause).errorMessage, 'why');
  assert.ok(Date.now() - started < 4000, 'seconds pass faster');
  const calls = emulator.calls().filter(({ action }) => action === 'lambda:InvokeFunction');
  assert.is(calls.at(-1)!.source, 'arn:aws:iam::123456789012:role/machines');
  assert.equal(calls.at(-1)!.resources, [Resource]);
});

const waiting = (name: string, more: object = {}) => ({
  StartAt: 'A',
  States: {
    A: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Parameters: {
        FunctionName: name,
        Payload: {
          'token.$': '$$.Task.Token',
          'retries.$': '$$.State.RetryCount',
          'redrives.$': '$$.Execution.RedriveCount',
          'entered.$': '$$.State.EnteredTime',
          'started.$': '$$.Execution.StartTime',
          'execution.$': '$$.Execution.Id',
        },
      },
      End: true,
      ...more,
    },
  },
});

/** The token that the function of a state was given, from the history. */
const tokenOf = (emulator: Emulator, executionArn: string) =>
  until(async () => {
    const { events } = await client(emulator).send(new GetExecutionHistoryCommand({ executionArn }));
    const submitted = events!.findLast(({ type }) => type === 'TaskSubmitted');
    return submitted && JSON.parse(submitted.taskSubmittedEventDetails!.output!).Payload;
  });

machines.test('a task token is answered, once, with the context in the payload', async (emulator) => {
  await echoFunction(emulator, 'told');
  const arn = await createMachine(
    emulator,
    'waiting',
    waiting('told', { HeartbeatSeconds: 20, TimeoutSeconds: 60 }),
  );
  const execution = await start(emulator, arn);
  const { token: taskToken, ...context } = await tokenOf(emulator, execution);
  assert.is(context.retries, 0);
  assert.is(context.redrives, 0);
  assert.is(context.execution, execution);
  for (const time of [context.entered, context.started])
    assert.match(time, /^\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)$/);
  await client(emulator).send(new SendTaskHeartbeatCommand({ taskToken }));
  await client(emulator).send(new SendTaskSuccessCommand({ taskToken, output: '{"ok":true}' }));
  assert.is((await ended(emulator, execution)).output, '{"ok":true}');
  const again = await client(emulator)
    .send(new SendTaskSuccessCommand({ taskToken, output: '{}' }))
    .catch(({ name }) => name);
  assert.is(again, 'TaskTimedOut');
});

machines.test('a task token fails with a cause', async (emulator) => {
  await echoFunction(emulator, 'failing');
  const arn = await createMachine(emulator, 'failing', waiting('failing'));
  const execution = await start(emulator, arn);
  const { token: taskToken } = await tokenOf(emulator, execution);
  await client(emulator).send(
    new SendTaskFailureCommand({ taskToken, error: 'JobFailed', cause: 'exit code 1' }),
  );
  const { status, error, cause } = await ended(emulator, execution);
  assert.equal({ status, error, cause }, { status: 'FAILED', error: 'JobFailed', cause: 'exit code 1' });
});

machines.test('one that waits is stopped', async (emulator) => {
  await echoFunction(emulator, 'stopped');
  const execution = await start(emulator, await createMachine(emulator, 'stopped', waiting('stopped')));
  await tokenOf(emulator, execution);
  const request = { executionArn: execution, error: 'Stopped', cause: 'by hand' };
  await client(emulator).send(new StopExecutionCommand(request));
  const { status, error, cause } = await ended(emulator, execution);
  assert.equal({ status, error, cause }, { status: 'ABORTED', error: 'Stopped', cause: 'by hand' });
  const last = await until(async () => {
    const { events } = await client(emulator).send(
      new GetExecutionHistoryCommand({ executionArn: execution, reverseOrder: true, maxResults: 1 }),
    );
    return events![0]!.type === 'ExecutionAborted' ? events : undefined;
  });
  assert.is(last.length, 1);
});

machines.test('a timeout takes its time, and names itself', async (emulator) => {
  await echoFunction(emulator, 'late');
  const execution = await start(
    emulator,
    await createMachine(emulator, 'late', waiting('late', { TimeoutSeconds: 1 })),
  );
  const { status, error } = await ended(emulator, execution);
  assert.equal({ status, error }, { status: 'FAILED', error: 'States.Timeout' });
});

machines.test('history comes in pages, from either end', async (emulator) => {
  const States = Object.fromEntries(
    ['A', 'B', 'C'].map((name, index) => [
      name,
      { Type: 'Pass', ...(index < 2 ? { Next: 'ABC'[index + 1] } : { End: true }) },
    ]),
  );
  const executionArn = await start(
    emulator,
    await createMachine(emulator, 'pages', { StartAt: 'A', States }),
  );
  await ended(emulator, executionArn);
  const pages = async (reverseOrder: boolean) => {
    const ids: (number | undefined)[] = [];
    let nextToken: string | undefined;
    do {
      const page = await client(emulator).send(
        new GetExecutionHistoryCommand({ executionArn, reverseOrder, maxResults: 3, nextToken }),
      );
      assert.ok(page.events!.length <= 3);
      ids.push(...page.events!.map(({ id }) => id));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return ids;
  };
  assert.equal(await pages(false), [1, 2, 3, 4, 5, 6, 7, 8]);
  assert.equal(await pages(true), [8, 7, 6, 5, 4, 3, 2, 1]);
});

machines.test('JSONata, variables, and paths behind an index', async (emulator) => {
  const arn = await createMachine(emulator, 'languages', {
    StartAt: 'A',
    States: {
      A: { Type: 'Pass', Parameters: { 'name.$': '$.Stacks[0].Name', 'quoted.$': '$.quoted' }, Next: 'B' },
      B: {
        Type: 'Pass',
        QueryLanguage: 'JSONata',
        Assign: { name: '{% $states.input.name %}' },
        Output: { upper: '{% $uppercase($states.input.name) %}', quoted: '{% $states.input.quoted %}' },
        Next: 'C',
      },
      C: { Type: 'Pass', Parameters: { 'name.$': '$name', 'rest.$': '$' }, End: true },
    },
  });
  const { output } = await ended(
    emulator,
    await start(emulator, arn, { Stacks: [{ Name: 'db' }], quoted: '"x"' }),
  );
  assert.equal(JSON.parse(output!), { name: 'db', rest: { upper: 'DB', quoted: '"x"' } });
});

machines.test('integrations take and give the names of Step Functions', async (emulator) => {
  const inner = await createMachine(emulator, 'inner', {
    StartAt: 'A',
    States: { A: { Type: 'Pass', Result: { made: 1 }, End: true } },
  });
  const sync = (Resource: string) => ({
    Type: 'Task',
    Resource,
    Parameters: { StateMachineArn: inner, 'Input.$': '$' },
    ResultPath: '$.result',
  });
  const arn = await createMachine(emulator, 'outer', {
    StartAt: 'A',
    States: {
      A: { ...sync('arn:aws:states:::states:startExecution.sync:2'), Next: 'B' },
      B: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:sfn:describeStateMachine',
        Parameters: { StateMachineArn: inner },
        ResultPath: '$.machine',
        End: true,
      },
    },
  });
  const { output, cause } = await ended(emulator, await start(emulator, arn));
  assert.is(cause, undefined);
  const { result, machine } = JSON.parse(output!);
  assert.equal(result.Output, { made: 1 });
  assert.is(result.Status, 'SUCCEEDED');
  assert.is(machine.Name, 'inner');
  assert.is(typeof machine.CreationDate, 'string');
});

machines.test('a heartbeat that does not come is caught by a name of its own', async (emulator) => {
  await echoFunction(emulator, 'silent');
  const Catch = [{ ErrorEquals: ['States.HeartbeatTimeout'], Next: 'B' }];
  const { StartAt, States } = waiting('silent', { HeartbeatSeconds: 1, TimeoutSeconds: 60, Catch });
  const definition = { StartAt, States: { ...States, B: { Type: 'Pass', End: true } } };
  const { output } = await ended(
    emulator,
    await start(emulator, await createMachine(emulator, 'silent', definition)),
  );
  assert.equal(JSON.parse(output!), { Error: 'States.Timeout', Cause: '' });
});

machines.test('one that failed goes on from the state that failed', async (emulator) => {
  const role = await createRole(emulator, 'functions', { Service: 'lambda.amazonaws.com' });
  const code = `let n = 0; exports.handler = async () => { if (n++ === 0) throw new Error('once'); return n; };`;
  const Resource = await createFunction(emulator, 'once', role, code);
  const executionArn = await start(
    emulator,
    await createMachine(emulator, 'redriven', {
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Result: { a: 1 }, Next: 'B' },
        B: { Type: 'Task', Resource, ResultPath: '$.b', Next: 'C' },
        C: {
          Type: 'Pass',
          Parameters: { 'redrives.$': '$$.Execution.RedriveCount', 'given.$': '$' },
          End: true,
        },
      },
    }),
  );
  assert.is((await ended(emulator, executionArn)).status, 'FAILED');
  await client(emulator).send(new RedriveExecutionCommand({ executionArn }));
  const { output, redriveCount } = await ended(emulator, executionArn);
  assert.equal(JSON.parse(output!), { redrives: 1, given: { a: 1, b: 2 } });
  assert.is(redriveCount, 1);
  const { events } = await client(emulator).send(new GetExecutionHistoryCommand({ executionArn }));
  const types = events!.map(({ type }) => type);
  assert.equal(types.slice(types.indexOf('ExecutionFailed')), [
    'ExecutionFailed',
    'ExecutionRedriven',
    'TaskStateEntered',
    'LambdaFunctionScheduled',
    'LambdaFunctionStarted',
    'LambdaFunctionSucceeded',
    'TaskStateExited',
    'PassStateEntered',
    'PassStateExited',
    'ExecutionSucceeded',
  ]);
});

machines.run();
