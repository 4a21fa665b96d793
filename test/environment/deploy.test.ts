import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { functionCause } from '../../src/environment/cause.js';
import { executionEnded } from '../../src/environment/controller/execution-ended.js';
import { readInventory } from '../../src/environment/inventory.js';
import { newWorld, ship } from './world.js';

const deploys = suite('deployments, from request to inventory');

deploys('a deployment succeeds, and the inventory has what it gave', async () => {
  const test = await newWorld();
  const { store } = test.world;
  const one = await ship(store, '1.0.0', {
    outputs: { 'Url.$': '$.output.App.Url', 'Gone.$': '$.output.Skipped.X' },
  });
  const id = await test.request(one);
  await test.settle();
  assert.is((await test.record(id)).status, 'running');
  const [execution] = test.plans();
  test.end(execution!, { status: 'SUCCEEDED', output: { output: { App: { Url: 'https://shop' } } } });
  await executionEnded(test.world, execution!);
  await test.settle();
  const record = await test.record(id);
  assert.is(record.status, 'succeeded');
  assert.equal(record.outputs, { Url: 'https://shop' });
  assert.equal(await readInventory(store, 'test', 'webshop'), {
    version: '1.0.0',
    id: one.id,
    outputs: { Url: 'https://shop' },
    since: record.ended,
    by: 'ann',
    deployment: id,
    dependencies: {},
  });
  assert.equal(test.events, [
    `Deployment requested: ${id}`,
    `Deployment started: ${id}`,
    `Deployment succeeded: ${id}`,
  ]);
  assert.equal(await store.list('environments/test/open/'), []);
});

deploys('the state that failed is in the record, and the inventory stays as it was', async () => {
  const test = await newWorld();
  await test.request(await ship(test.store, '1.0.0'));
  await test.settle();
  await test.endPlan('SUCCEEDED');
  const before = await readInventory(test.store, 'test', 'webshop');
  const id = await test.request(await ship(test.store, '1.1.0'));
  await test.settle();
  const timestamp = '2026-11-23T10:00:00.000Z';
  test.histories.set(test.plans()[0]!, [
    { id: 1, previousEventId: 0, timestamp, type: 'ExecutionStarted' },
    {
      id: 2,
      previousEventId: 1,
      timestamp,
      type: 'TaskStateEntered',
      stateEnteredEventDetails: { name: 'App' },
    },
    {
      id: 3,
      previousEventId: 2,
      timestamp,
      type: 'TaskFailed',
      taskFailedEventDetails: {
        error: 'StackFailed',
        cause: functionCause('StackFailed', 'Bucket: name taken'),
      },
    },
    { id: 4, previousEventId: 3, timestamp, type: 'ExecutionFailed', executionFailedEventDetails: {} },
  ]);
  await test.endPlan('FAILED');
  const { status, failure } = await test.record(id);
  assert.equal(
    [status, failure],
    ['failed', { state: 'App', error: 'StackFailed', cause: 'Bucket: name taken' }],
  );
  assert.equal(await readInventory(test.store, 'test', 'webshop'), before);
});

deploys('a history that does not tell of the end yet says where the execution was', async () => {
  const test = await newWorld();
  const id = await test.request(await ship(test.store, '1.0.0'));
  await test.settle();
  const [execution] = test.plans();
  const timestamp = '2026-11-23T10:00:00.000Z';
  const stateEnteredEventDetails = { name: 'Approve' };
  test.histories.set(execution!, [
    { id: 1, previousEventId: 0, timestamp, type: 'ExecutionStarted' },
    { id: 2, previousEventId: 1, timestamp, type: 'TaskStateEntered', stateEnteredEventDetails },
  ]);
  test.end(execution!, { status: 'ABORTED', error: 'Console', cause: 'by hand' });
  await executionEnded(test.world, execution!);
  await test.settle();
  assert.equal((await test.record(id)).failure, { state: 'Approve', error: 'Console', cause: 'by hand' });
});

deploys.run();
