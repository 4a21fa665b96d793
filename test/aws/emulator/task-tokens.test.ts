import {
  GetExecutionHistoryCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import * as assert from 'uvu/assert';
import { client, createMachine, echoFunction, ended, start, tokenOf, waiting } from './machines.js';
import { onEmulator } from './suite.js';
import { until } from './until.js';

const tokens = onEmulator('emulator: task tokens');

tokens.test('a task token is answered, once, with the context in the payload', async (emulator) => {
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

tokens.test('a task token fails with a cause', async (emulator) => {
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

tokens.test('one that waits is stopped', async (emulator) => {
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

tokens.test('a timeout takes its time, and names itself', async (emulator) => {
  await echoFunction(emulator, 'late');
  const execution = await start(
    emulator,
    await createMachine(emulator, 'late', waiting('late', { TimeoutSeconds: 1 })),
  );
  const { status, error } = await ended(emulator, execution);
  assert.equal({ status, error }, { status: 'FAILED', error: 'States.Timeout' });
});

tokens.test('a heartbeat that does not come is caught by a name of its own', async (emulator) => {
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

tokens.run();
