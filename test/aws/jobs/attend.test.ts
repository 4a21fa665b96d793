import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { attendJobs } from '../../../src/engines/aws/jobs/attend.js';
import type { EndOfTask } from '../../../src/engines/aws/jobs/end-of-task.js';
import { hold } from '../../../src/engines/aws/jobs/hold.js';
import { createJobs } from '../../../src/engines/aws/jobs/index.js';
import { keyOfJob, putNote } from '../../../src/engines/aws/jobs/notes.js';
import type { Job } from '../../../src/ports/jobs.js';
import type { Answer } from '../../../src/ports/orchestrator.js';
import { StatesError } from '../../../src/ports/states-error.js';
import { aJob } from '../../jobs/shipped.js';
import { memoryStore } from '../../store/memory-store.js';
import { fakeClient } from '../fake-client.js';

const attending = suite('jobs and the hosts of their runners');

const minute = 60_000;

/** An environment whose time is set, and whose tasks only are asked for. */
function newEnvironment(launch: () => string | undefined = () => 'task-1') {
  const memory = memoryStore();
  const listed: string[] = [];
  const store = {
    ...memory,
    list: async (prefix: string) => {
      listed.push(prefix);
      return memory.list(prefix);
    },
  };
  const { client, calls } = fakeClient({ SendMessage: () => ({}) });
  let now = 1_000_000;
  const clock = { now: () => now, until: async () => {} };
  const waiting = new Set<string>();
  const answers = new Map<string, Answer>();
  const heard: string[] = [];
  const launched: string[] = [];
  let end: EndOfTask | undefined;
  const world = {
    ...{ store, clock, sqs: client },
    runner: { Queue: 'usual', TaskDefinition: 'usual:1' },
    launch: async ({ key }: { readonly key: string }) => {
      const task = launch();
      launched.push(key);
      return task;
    },
    endOfTask: async () => end,
    orchestrator: {
      heartbeat: async (token: string) => heard.push(token) > 0 && waiting.has(token),
      answer: async (token: string, answer: Answer) => {
        if (waiting.delete(token)) answers.set(token, answer);
        return true;
      },
    },
  };
  const jobs = createJobs(world);
  return {
    ...{ store, listed, waiting, answers, heard, launched, calls, clock },
    pass: (time: number) => {
      now += time;
    },
    stop: (how: EndOfTask) => {
      end = how;
    },
    submit: async (more: Partial<Job> = {}): Promise<Job> => {
      const job = aJob({ name: 'shop', version: '1.0.0', id: '1' }, {}, more);
      waiting.add(job.token);
      await jobs.submit(job);
      return job;
    },
    attend: async () => assert.equal(await attendJobs(world, 'test'), []),
    left: async () => (await store.list('jobs/')).filter((key) => !key.includes('/runners/')),
  };
}

attending('a job is put, told of, and has one host started, however many there are', async () => {
  const { submit, calls, launched, store } = newEnvironment();
  const [first, second] = [await submit(), await submit()];
  assert.equal(calls, [
    ['SendMessage', { QueueUrl: 'usual', MessageBody: keyOfJob(first) }],
    ['SendMessage', { QueueUrl: 'usual', MessageBody: keyOfJob(second) }],
  ]);
  assert.is(launched.length, 1);
  assert.match(launched[0]!, /^jobs\/test\/@environment\/runners\/[0-9a-f]{16}\.json$/);
  const stored = JSON.parse((await store.get(keyOfJob(first)))!.body.toString());
  assert.equal(stored, { ...first, runnerKey: launched[0] });
});

attending('a runner that is made anew has another host', async () => {
  const { submit, launched } = newEnvironment();
  const runner = { Name: 'tools', Queue: 'tools', TaskDefinition: 'tools:1' };
  await submit({ runner });
  await submit({ runner: { ...runner, TaskDefinition: 'tools:2' } });
  assert.is(new Set(launched).size, 2);
});

attending('what cannot be put or started is told at once, and leaves no job', async () => {
  const { submit, left } = newEnvironment(() => {
    throw new StatesError('JobFailed', 'no subnets');
  });
  for (let turn = 0; turn < 2; turn++) {
    const { name, message } = await submit().then(
      () => ({ name: 'nothing', message: '' }),
      (error) => error,
    );
    assert.equal([name, message], ['JobFailed', 'no subnets']);
  }
  assert.equal(await left(), []);
});

attending('where there is no room, jobs wait for it and say so', async () => {
  let task: string | undefined;
  const { submit, attend, launched, heard } = newEnvironment(() => task);
  const { token } = await submit();
  await attend();
  assert.is(launched.length, 2);
  task = 'task-1';
  await attend();
  await attend();
  assert.is(launched.length, 3);
  assert.equal(heard, [token, token, token]);
});

attending('keys are listed once, however many jobs there are', async () => {
  const { submit, attend, listed, heard } = newEnvironment();
  for (let count = 0; count < 3; count++) await submit();
  await attend();
  assert.equal([listed, heard.length], [['jobs/test/'], 3]);
});

attending('a host that does not come is started again, and one that cannot is told', async () => {
  const { submit, attend, launched, pass, stop, answers, left } = newEnvironment();
  const first = await submit();
  pass(6 * minute);
  await attend();
  assert.is(launched.length, 2);
  stop({ isChance: true, reason: 'stopped by somebody' });
  await attend();
  assert.is(launched.length, 3);
  stop({ isChance: false, reason: 'CannotPullContainerError' });
  await attend();
  const cause = 'the runner `default` could not be started: CannotPullContainerError';
  assert.equal(answers.get(first.token), { error: 'JobFailed', cause });
  assert.equal(await left(), []);
  await submit();
  assert.is(launched.length, 4, 'the next job tries again');
});

attending('what a host is at is its own; when it was lost, its jobs are told', async () => {
  const { submit, attend, launched, pass, answers, store, clock, heard, left } = newEnvironment();
  const [begun, ended, waits] = [await submit(), await submit(), await submit()];
  const held = await hold({ store, clock }, launched[0]!, 'host', minute);
  assert.is(await hold({ store, clock }, launched[0]!, 'other', minute), undefined);
  await putNote(store, keyOfJob(begun), { folder: '/nowhere' }, 'host');
  await putNote(store, keyOfJob(ended), { folder: '/nowhere' }, 'host');
  await putNote(store, keyOfJob(ended), { answer: { output: 1 } }, 'host');
  await attend();
  assert.equal([answers.size, heard], [0, [waits.token]]);
  pass(2 * minute);
  await attend();
  const lost = { error: 'JobTimedOut', cause: 'the runner `default` was lost while it did the job' };
  assert.equal(
    [...answers],
    [
      [begun.token, lost],
      [ended.token, { output: 1 }],
    ],
  );
  assert.equal([launched.length, heard], [2, [waits.token, waits.token]]);
  assert.equal(await left(), [keyOfJob(waits)]);
  await held!.release();
  assert.ok(held!.lost.aborted === false);
});

attending('jobs that nobody waits for, and what is left of others, go without a host', async () => {
  const { submit, attend, launched, waiting, pass, store, left } = newEnvironment();
  const job = await submit();
  await store.putIfAbsent('jobs/test/shop/20261123-120000-abcdef/ff.begun.json', Buffer.from('{}'));
  await store.putIfAbsent('jobs/test/shop/20261123-120000-abcdef/ee.json', Buffer.from('no job'));
  waiting.delete(job.token);
  pass(6 * minute);
  await attend();
  assert.equal([launched.length, await left()], [1, []]);
});

attending.run();
