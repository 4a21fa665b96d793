import { GetExecutionHistoryCommand, RedriveExecutionCommand } from '@aws-sdk/client-sfn';
import * as assert from 'uvu/assert';
import { createFunction, createRole } from './account.js';
import { client, createMachine, ended, start } from './machines.js';
import { onEmulator } from './suite.js';

const machines = onEmulator('emulator: Step Functions');

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
