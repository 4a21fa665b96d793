import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  type QueueAttributeName,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import * as assert from 'uvu/assert';
import { messagesOf } from '../../../src/engines/aws/jobs/messages.js';
import { keyOfJob, putNote } from '../../../src/engines/aws/jobs/notes.js';
import { createQueue, type HostQueue } from '../../../src/engines/aws/jobs/queue.js';
import { systemClock } from '../../../src/engines/system-clock.js';
import { settleBegun } from '../../../src/environment/jobs/settle.js';
import type { Job } from '../../../src/ports/jobs.js';
import { aJob } from '../../jobs/shipped.js';
import { memoryStore } from '../../store/memory-store.js';
import { settings } from '../emulator/account.js';
import type { Emulator } from '../emulator/index.js';
import { onEmulator } from '../emulator/suite.js';

const queues = onEmulator('the queue of a runner');

const { signal } = new AbortController();
const runnerKey = 'jobs/test/shop/runners/1.json';
let count = 0;

async function newQueue(emulator: Emulator) {
  const sqs = new SQSClient(settings(emulator));
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: `queue-${++count}` }));
  const store = memoryStore();
  const send = (MessageBody: string) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
  const names: QueueAttributeName[] = [
    'ApproximateNumberOfMessages',
    'ApproximateNumberOfMessagesNotVisible',
  ];
  return {
    store,
    send,
    /** As a host of its own. */
    open: (host: string): HostQueue =>
      createQueue({
        ...{ clock: systemClock, store, environment: 'test', host, lease: 1, patience: 1 },
        messages: messagesOf(sqs, QueueUrl, 1),
        isOurs: (job) => job.runnerKey === runnerKey,
      }),
    put: async (more: Partial<Job> & { readonly runnerKey?: string } = {}): Promise<Job> => {
      const job = { ...aJob({ name: 'shop', version: '1.0.0', id: '1' }, {}), runnerKey, ...more };
      await store.putIfAbsent(keyOfJob(job), Buffer.from(JSON.stringify(job)));
      await send(keyOfJob(job));
      return job;
    },
    /** How many messages there are, hidden or not. */
    left: async (): Promise<number> => {
      const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: names });
      const { Attributes = {} } = await sqs.send(asked);
      return names.reduce((sum, name) => sum + Number(Attributes[name]), 0);
    },
  };
}

const idsOf = (found: readonly { readonly job: Job }[]) => found.map(({ job }) => job.id);

queues.test('what a host has is hidden from others, for as long as it lives', async (emulator) => {
  const { open, put, left } = await newQueue(emulator);
  const [first, second] = [open('first'), open('second')];
  const job = await put();
  assert.equal(await first.receive(signal), [{ job, progress: undefined }]);
  assert.ok(await first.note(job, { folder: '/a' }));
  for (let turn = 0; turn < 2; turn++) assert.equal(await second.receive(signal), []);
  await first.leave();
  assert.equal(idsOf(await second.receive(signal)), [job.id], 'it was left to others');
  await second.remove(job);
  await second.leave();
  assert.is(await left(), 0);
});

queues.test('who notes first has the job, and may note it again', async (emulator) => {
  const { open, put } = await newQueue(emulator);
  const [first, second] = [open('first'), open('second')];
  const job = await put();
  assert.equal(
    [await first.note(job, { folder: '/a' }), await second.note(job, { folder: '/b' })],
    [true, false],
  );
  assert.equal(
    [await first.note(job, { folder: '/a' }), await second.note(job, { answer: { output: 1 } })],
    [true, true],
  );
  assert.not.ok(await first.note(job, { answer: { output: 2 } }));
  const [found] = await first.receive(signal);
  assert.equal(found?.progress, { answer: { output: 1 }, host: 'second' });
  await first.leave();
  await second.leave();
});

queues.test('an answer that was noted and not told is told by the next host', async (emulator) => {
  const { open, put, store, left } = await newQueue(emulator);
  const job = await put();
  await putNote(store, keyOfJob(job), { folder: '/a' }, 'first');
  await putNote(store, keyOfJob(job), { answer: { output: 1 } }, 'first');
  const queue = open('second');
  const [found] = await queue.receive(signal);
  const told: unknown[] = [];
  const orchestrator = {
    answer: async (...answer: unknown[]) => {
      told.push(answer);
      return true;
    },
  };
  await settleBegun({ orchestrator, queue }, job, found!.progress!, 'tools');
  assert.equal(told, [[job.token, { output: 1 }]]);
  assert.equal([await left(), await store.list('jobs/')], [0, []]);
  await queue.leave();
});

queues.test('messages that name no job of this environment go', async (emulator) => {
  const { open, put, send, store, left } = await newQueue(emulator);
  const other = await put({ environment: 'prod' });
  const forged = { ...aJob({ name: 'shop', version: '1.0.0', id: '1' }, {}), runnerKey };
  const key = keyOfJob(forged);
  // What is in it does not say what its key does.
  await store.putIfAbsent(key, Buffer.from(JSON.stringify({ ...forged, environment: 'prod' })));
  const damaged = keyOfJob(aJob({ name: 'shop', version: '1.0.0', id: '1' }, {}));
  await store.putIfAbsent(damaged, Buffer.from('{"id":'));
  for (const body of [key, damaged, 'jobs/test/shop/20261123-120000-abcdef/ff.json', '../x', '{}'])
    await send(body);
  const queue = open('host');
  assert.equal(await queue.receive(signal), []);
  assert.is(await left(), 0);
  assert.ok((await store.list(keyOfJob(other))).length > 0, 'it is not ours to remove');
  await queue.leave();
});

queues.test('a host takes no more when the runner is made anew, and leaves the job', async (emulator) => {
  const { open, put } = await newQueue(emulator);
  const [old, fresh] = [open('old'), open('fresh')];
  const own = await put();
  const newer = await put({ runnerKey: 'jobs/test/shop/runners/2.json' });
  assert.equal(idsOf(await old.receive(signal)), [own.id]);
  assert.ok(old.isClosed());
  assert.not.ok(await old.hasMore(signal));
  assert.equal(idsOf(await fresh.receive(signal)), []);
  assert.ok(fresh.isClosed(), `${newer.id} is for another one, too`);
  await old.leave();
  await fresh.leave();
});

queues.test('what came at the last moment is kept for the next who receives', async (emulator) => {
  const { open, put } = await newQueue(emulator);
  const queue = open('host');
  assert.not.ok(await queue.hasMore(signal));
  const job = await put();
  assert.ok(await queue.hasMore(signal));
  assert.equal(idsOf(await queue.receive(signal)), [job.id]);
  await queue.leave();
});

queues.run();
