import { appendFileSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { actOfThisProcess } from '../../src/engines/local/store/process.js';
import { StatesError } from '../../src/ports/states-error.js';
import type { JsonObject } from '../../src/source/document.js';
import { newFolder } from '../folder.js';
import { endOf, hosted, install, machineArn, open, tokenIn, until } from './host.js';

const orchestrators = suite('executions on a disk');

const one = (state: JsonObject): JsonObject => ({ StartAt: 'A', States: { A: { End: true, ...state } } });
const task = one({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' });
const asking = one({
  Type: 'Task',
  Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
  Parameters: { 'token.$': '$$.Task.Token' },
  HeartbeatSeconds: 1,
});
const waiting = one({ Type: 'Wait', Seconds: 600 });
const historyFile = (folder: string, name: string) =>
  join(folder, 'executions/machine', name, 'history.jsonl');

orchestrators('a start is one, however often it is asked for', async () => {
  const folder = newFolder();
  let calls = 0;
  const host = open(folder, { run: async () => ++calls });
  await install(host, task);
  const other = open(folder);
  await hosted(host, async (ended) => {
    const starts = [1, 2, 3, 4].map((number) => other.start(machineArn, 'a', { number }));
    const arns = new Set(await Promise.all(starts));
    assert.equal([...arns], ['arn:aws:states:local:000000000000:execution:machine:a']);
    assert.is(await endOf(other, [...arns][0]!), 'SUCCEEDED');
    await other.start(machineArn, 'a', {});
    await until(() => !other.isBusy());
    assert.is(calls, 1);
    assert.equal(ended, [...arns]);
  });
});

orchestrators('an execution keeps the definition it was started with', async () => {
  const folder = newFolder();
  const host = open(folder);
  await install(host, one({ Type: 'Pass', Result: 1 }));
  const first = await host.start(machineArn, 'first', {});
  await install(host, one({ Type: 'Pass', Result: 2 }));
  const second = await host.start(machineArn, 'second', {});
  assert.ok(host.isBusy());
  await hosted(host, async () => {
    await Promise.all([endOf(host, first), endOf(host, second)]);
  });
  assert.is((await host.describe(first))?.output, 1);
  assert.is((await host.describe(second))?.output, 2);
});

orchestrators('there are no executions of no machine', async () => {
  const host = open(newFolder());
  try {
    await host.start(machineArn, 'a', {});
    assert.unreachable();
  } catch (error) {
    assert.instance(error, StatesError);
    assert.is((error as Error).name, 'StepFunctions.StateMachineDoesNotExistException');
  }
  assert.is(await host.describe(`${machineArn.replace('stateMachine', 'execution')}:a`), undefined);
  assert.equal(await host.history(`${machineArn.replace('stateMachine', 'execution')}:a`, 0), []);
  assert.not(host.isBusy());
});

orchestrators('the first answer from any process counts', async () => {
  const folder = newFolder();
  const host = open(folder);
  const other = open(folder);
  await install(host, asking);
  const execution = await host.start(machineArn, 'a', {});
  await hosted(host, async () => {
    const token = await tokenIn(other, execution);
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((output) => other.answer(token, { output })));
    assert.is(answers.filter((isFirst) => isFirst).length, 1);
    assert.is(await endOf(other, execution), 'SUCCEEDED');
    assert.is((await other.describe(execution))?.output, 'abcd'[answers.indexOf(true)]);
    assert.not(await other.answer(token, { output: 'late' }));
    assert.not(await other.heartbeat(token));
  });
  assert.not(await other.answer('../../no token', { output: 1 }));
});

orchestrators('an answer waits for a host', async () => {
  const folder = newFolder();
  const host = open(folder);
  await install(host, asking);
  const execution = await host.start(machineArn, 'a', {});
  let token = '';
  await hosted(host, async () => {
    token = await tokenIn(host, execution);
  });
  assert.ok(await host.answer(token, { error: 'No', cause: 'not now' }));
  await hosted(open(folder), async () => assert.is(await endOf(host, execution), 'FAILED'));
  const { error, cause } = (await host.describe(execution))!;
  assert.equal([error, cause], ['No', 'not now']);
});

orchestrators('a task lives as long as its heart beats', async () => {
  const folder = newFolder();
  const host = open(folder);
  await install(host, asking);
  const execution = await host.start(machineArn, 'a', {});
  await hosted(host, async () => {
    const token = await tokenIn(host, execution);
    const begun = Date.now();
    const beating = setInterval(() => host.heartbeat(token), 100);
    await until(() => Date.now() - begun > 1_600);
    clearInterval(beating);
    assert.is((await host.describe(execution))?.status, 'RUNNING');
    assert.is(await endOf(host, execution), 'FAILED');
    assert.ok(Date.now() - begun > 2_400);
  });
  assert.is((await host.describe(execution))?.error, 'States.Timeout');
});

orchestrators('a stop reaches the host soon, or when there is one', async () => {
  const folder = newFolder();
  const host = open(folder);
  const other = open(folder);
  await install(host, waiting);
  const before = await host.start(machineArn, 'before', {});
  await other.stop(before, 'Stopped', 'early');
  const execution = await host.start(machineArn, 'a', {});
  await hosted(host, async () => {
    assert.is(await endOf(other, before), 'ABORTED');
    await until(async () => (await other.history(execution, 0)).length === 2);
    await other.stop(execution, 'Stopped', 'by ada');
    assert.is(await endOf(other, execution), 'ABORTED');
    await other.stop(execution, 'Stopped', 'again');
    await until(() => !other.isBusy());
  });
  const { status, error, cause } = (await host.describe(execution))!;
  assert.equal([status, error, cause], ['ABORTED', 'Stopped', 'by ada']);
});

orchestrators('a redrive goes on from what failed', async () => {
  const folder = newFolder();
  let works = false;
  const calls: string[] = [];
  const host = open(folder, {
    run: async ({ state }) => {
      calls.push(state);
      if (state === 'B' && !works) throw new StatesError('Down', 'no answer');
      return state;
    },
  });
  const resource = 'arn:aws:states:::lambda:invoke';
  await install(host, {
    StartAt: 'A',
    States: {
      A: { Type: 'Task', Resource: resource, Next: 'B' },
      B: { Type: 'Task', Resource: resource, End: true },
    },
  });
  const execution = await host.start(machineArn, 'a', {});
  await hosted(host, async () => {
    assert.is(await endOf(host, execution), 'FAILED');
    works = true;
    await Promise.all([host.redrive(execution), open(folder).redrive(execution)]);
    assert.is((await host.describe(execution))?.redriveCount, 1);
    assert.is(await endOf(host, execution), 'SUCCEEDED');
    await host.redrive(execution);
    await until(() => !host.isBusy());
  });
  assert.equal(calls, ['A', 'B', 'B']);
  const described = (await host.describe(execution))!;
  assert.equal([described.status, described.redriveCount, described.output], ['SUCCEEDED', 1, 'B']);
});

orchestrators('what those leave behind that are killed as they write is removed', async () => {
  const folder = newFolder();
  const temporary = join(folder, 'temporary');
  const own = actOfThisProcess();
  const [place, , ...rest] = own.split('-');
  mkdirSync(temporary);
  // No process has this id.
  for (const name of [own, [place, '4194305', ...rest].join('-')])
    writeFileSync(join(temporary, name), 'half a docu');
  await hosted(open(folder), async () => {});
  assert.equal(readdirSync(temporary), [own]);
});

orchestrators('histories are read as far as they are written', async () => {
  const folder = newFolder();
  const host = open(folder);
  await install(host, task);
  const execution = await host.start(machineArn, 'a', {});
  await hosted(host, async () => assert.is(await endOf(host, execution), 'SUCCEEDED'));
  const file = historyFile(folder, 'a');
  const whole = readFileSync(file);
  const events = await host.history(execution, 0);
  assert.equal(
    events.map(({ id }) => id),
    [1, 2, 3, 4, 5, 6, 7],
  );
  assert.equal(await host.history(execution, 5), events.slice(5));
  assert.equal(await host.history(execution, 7), []);

  // All but some bytes of the last line.
  truncateSync(file, whole.length - 5);
  const reader = open(folder);
  assert.equal(await reader.history(execution, 0), events.slice(0, 6));
  assert.is((await reader.describe(execution))?.status, 'RUNNING');
  appendFileSync(file, whole.subarray(-5));
  assert.equal(await reader.history(execution, 6), events.slice(6));
  assert.is((await reader.describe(execution))?.status, 'SUCCEEDED');

  truncateSync(file, whole.length - 5);
  mkdirSync(join(folder, 'active'), { recursive: true });
  writeFileSync(join(folder, 'active', encodeURIComponent(execution)), '');
  await hosted(open(folder), async () => assert.is(await endOf(reader, execution), 'SUCCEEDED'));
  assert.equal(await open(folder).history(execution, 0), await reader.history(execution, 0));
});

orchestrators.run();
