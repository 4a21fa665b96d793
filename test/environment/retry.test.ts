import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readDocument } from '../../src/environment/documents.js';
import { answerKey } from '../../src/environment/keys.js';
import type { Answer } from '../../src/environment/records.js';
import { newWorld, ship } from './world.js';

const retries = suite('deployments that are retried');

type Test = Awaited<ReturnType<typeof newWorld>>;

const failed = async (test: Test): Promise<string> => {
  const id = await test.request(await ship(test.store, '1.0.0'));
  await test.settle();
  await test.endPlan('FAILED');
  return id;
};

const refusal = async (test: Test, deployment: string): Promise<string> => {
  const request = await test.request({ action: 'retry', deployment });
  const answer = await readDocument<Answer>(test.store, answerKey('test', 'webshop', request));
  return answer!.failure?.cause ?? '';
};

retries('the same execution goes on, under another driver', async () => {
  const test = await newWorld();
  const id = await failed(test);
  const stacks = test.stacks.length;
  assert.is(await refusal(test, id), '');
  await test.settle();
  const running = await test.record(id);
  assert.equal([running.status, running.retries, running.failure], ['running', 1, undefined]);
  assert.match(running.driver!, `${id}-retry-1`);
  assert.equal(test.plans(), [running.execution!]);
  await test.endPlan('SUCCEEDED');
  const ended = await test.record(id);
  assert.equal([ended.status, ended.started], ['succeeded', running.started]);
  assert.is(test.runs.get(ended.execution!)!.redriveCount, 1);
  assert.is(test.stacks.length, stacks, 'the stack is as it was');
});

retries('it may fail again, and be retried again', async () => {
  const test = await newWorld();
  const id = await failed(test);
  for (const count of [1, 2, 3]) {
    assert.is(await refusal(test, id), '');
    await test.settle();
    await test.endPlan(count === 3 ? 'SUCCEEDED' : 'FAILED');
  }
  const { status, retries: count, execution } = await test.record(id);
  assert.equal([status, count, test.runs.get(execution!)!.redriveCount], ['succeeded', 3, 3]);
});

retries('a request to retry that is received again retries once', async () => {
  const test = await newWorld();
  const id = await failed(test);
  const request = await test.request({ action: 'retry', deployment: id });
  await test.receive(request);
  await test.settle();
  await test.endPlan('FAILED');
  await test.receive(request);
  assert.is((await test.record(id)).retries, 1);
});

retries('one that was stopped goes on', async () => {
  const test = await newWorld();
  const id = await test.request(await ship(test.store, '1.0.0'));
  await test.settle();
  await test.request({ action: 'stop', deployment: id });
  assert.is(await refusal(test, id), '');
  await test.settle();
  assert.is((await test.record(id)).status, 'running');
});

retries('one that has not failed is not retried', async () => {
  const test = await newWorld();
  const id = await test.request(await ship(test.store, '1.0.0'));
  assert.match(await refusal(test, id), 'has not failed: its status is requested');
  await test.settle();
  await test.endPlan('SUCCEEDED');
  assert.match(await refusal(test, id), 'has not failed: its status is succeeded');
});

retries('one whose plan never began is not retried', async () => {
  const test = await newWorld();
  const id = await test.request(await ship(test.store, '1.0.0', { dependencies: { network: '^1.0.0' } }));
  await test.settle();
  assert.match(await refusal(test, id), 'ended before its plan began; deploy webshop 1.0.0 again');
});

retries('one that is not the last is not retried', async () => {
  const test = await newWorld();
  const id = await failed(test);
  const later = await test.request(await ship(test.store, '1.1.0'));
  await test.settle();
  assert.match(await refusal(test, id), `${later} deploys webshop to test now`);
  await test.endPlan('SUCCEEDED');
  assert.match(await refusal(test, id), `${later} was deployed after ${id}; deploy webshop 1.0.0 again`);
});

retries('the one that goes on again instead is named by its id', async () => {
  const test = await newWorld();
  const id = await failed(test);
  const later = await failed(test);
  assert.is(await refusal(test, later), '');
  assert.is(await refusal(test, id), `${later} deploys webshop to test now`);
});

retries('an old step of the first driver does not touch the second', async () => {
  const test = await newWorld();
  const id = await failed(test);
  await refusal(test, id);
  await test.settle();
  await test.control({ step: 'close', input: { ...test.named(id), retry: 0 } });
  assert.is((await test.record(id)).status, 'running');
});

retries.run();
