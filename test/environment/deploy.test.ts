import { suite } from 'uvu';
import * as assert from 'uvu/assert';
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

deploys.run();
