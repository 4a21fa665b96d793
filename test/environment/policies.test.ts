import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { executionEnded } from '../../src/environment/controller/execution-ended.js';
import { readDocument } from '../../src/environment/documents.js';
import { answerKey } from '../../src/environment/keys.js';
import type { Answer } from '../../src/environment/records.js';
import { newWorld, ship } from './world.js';

const policies = suite('deployments of one distribution, one after the other');

policies('under `queue` they take their turns', async () => {
  const test = await newWorld();
  const request = await ship(test.store, '1.0.0');
  const ids = [await test.request(request), await test.request(request), await test.request(request)];
  await test.settle();
  const statuses = async () =>
    (await Promise.all(ids.map((id) => test.record(id)))).map(({ status }) => status);
  assert.equal(await statuses(), ['running', 'queued', 'queued']);
  await test.endPlan('SUCCEEDED');
  assert.equal(await statuses(), ['succeeded', 'running', 'queued']);
  await test.endPlan('FAILED');
  assert.equal(await statuses(), ['succeeded', 'failed', 'running']);
});

policies('under `reject` a second one is told which runs', async () => {
  const test = await newWorld({ environment: { concurrency: 'reject' } });
  const request = await ship(test.store, '1.0.0');
  const first = await test.request(request);
  const second = await test.record(await test.request(request));
  assert.is(second.status, 'rejected');
  assert.match(second.failure!.cause, `${first} deploys webshop to test now`);
  await test.settle();
  assert.is((await test.record(first)).status, 'running');
});

policies('under `replace` only the last one comes to its end', async () => {
  const test = await newWorld({ environment: { concurrency: 'replace' } });
  const request = await ship(test.store, '1.0.0');
  const first = await test.request(request);
  await test.settle();
  const [plan] = test.plans();
  const second = await test.request(request);
  const third = await test.request(request);
  await test.settle();
  assert.is(test.runs.get(plan!)!.status, 'ABORTED');
  assert.is((await test.record(first)).status, 'replaced');
  assert.is((await test.record(second)).status, 'replaced');
  assert.is((await test.record(third)).status, 'running');
  assert.match((await test.record(second)).failure!.cause, `replaced by ${third}`);
});

policies('what a distribution says comes before what its environment says', async () => {
  const test = await newWorld({ environment: { concurrency: 'replace' } });
  const request = await ship(test.store, '1.0.0', { concurrency: 'reject' });
  await test.request(request);
  assert.is((await test.record(await test.request(request))).status, 'rejected');
});

policies('others are deployed at the same time', async () => {
  const test = await newWorld();
  await test.request(await ship(test.store, '1.0.0'));
  await test.request(await ship(test.store, '1.0.0', { name: 'network' }), 'network');
  await test.settle();
  assert.is(test.ready().length + test.plans().length, 2);
});

policies('one that waits is taken out of the queue', async () => {
  const test = await newWorld();
  const request = await ship(test.store, '1.0.0');
  const ids = [await test.request(request), await test.request(request), await test.request(request)];
  await test.request({ action: 'stop', deployment: ids[1]! }, 'webshop', 'bob');
  await test.settle();
  await test.endPlan('SUCCEEDED');
  const [, stopped, last] = await Promise.all(ids.map((id) => test.record(id)));
  assert.equal([stopped!.status, stopped!.started], ['stopped', undefined]);
  assert.equal(stopped!.failure, { error: 'Stopped', cause: 'stopped by bob' });
  assert.is(last!.status, 'running');
});

policies('one that runs is stopped with its plan, and the next begins', async () => {
  const test = await newWorld();
  const request = await ship(test.store, '1.0.0');
  const first = await test.request(request);
  await test.settle();
  const [plan] = test.plans();
  const second = await test.request(request);
  await test.request({ action: 'stop', deployment: first });
  await test.settle();
  assert.is(test.runs.get(plan!)!.status, 'ABORTED');
  assert.equal(
    [(await test.record(first)).status, (await test.record(second)).status],
    ['stopped', 'running'],
  );
});

policies('what has ended cannot be stopped, nor what never was', async () => {
  const test = await newWorld();
  const id = await test.request(await ship(test.store, '1.0.0'));
  await test.settle();
  await test.endPlan('SUCCEEDED');
  const answerTo = async (request: string) =>
    (await readDocument<Answer>(test.store, answerKey('test', 'webshop', request)))?.failure;
  const late = await answerTo(await test.request({ action: 'stop', deployment: id }));
  assert.match(late!.cause, `${id} cannot be stopped: it has ended, and its status is succeeded`);
  const none = await answerTo(await test.request({ action: 'stop', deployment: '20260101-000000-000000' }));
  assert.is(none!.error, 'UnknownDeployment');
  assert.is((await test.record(id)).status, 'succeeded');
});

policies('a driver that ends without a word is noticed', async () => {
  const test = await newWorld();
  const request = await ship(test.store, '1.0.0');
  const first = await test.request(request);
  const second = await test.request(request);
  test.end(test.ready()[0]!, { status: 'FAILED', error: 'Lost', cause: 'a cosmic ray' });
  assert.equal(await test.sweep(), []);
  const { status, failure } = await test.record(first);
  assert.equal([status, failure], ['failed', { error: 'Lost', cause: 'a cosmic ray' }]);
  await test.settle();
  assert.is((await test.record(second)).status, 'running');
});

policies('a plan whose driver is lost is waited for', async () => {
  const test = await newWorld();
  const id = await test.request(await ship(test.store, '1.0.0'));
  await test.settle();
  const [plan] = test.plans();
  const { driver } = await test.record(id);
  test.end(driver!, { status: 'FAILED', error: 'Lost' });
  await test.sweep();
  assert.is((await test.record(id)).status, 'running');
  test.end(plan!, { status: 'SUCCEEDED', output: {} });
  await executionEnded(test.world, plan!);
  assert.is((await test.record(id)).status, 'succeeded');
});

policies.run();
