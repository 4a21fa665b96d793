import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readDocument } from '../../src/environment/documents.js';
import { deploymentKey, lockKey, openKey } from '../../src/environment/keys.js';
import type { Lock } from '../../src/environment/records.js';
import { newWorld, ship } from './world.js';

const damaged = suite('deployments whose records cannot be read any more');

type Test = Awaited<ReturnType<typeof newWorld>>;

const damage = async ({ store }: Test, id: string): Promise<void> => {
  const key = deploymentKey('test', 'webshop', id);
  const { tag } = (await store.get(key))!;
  assert.ok(await store.putIfMatch(key, Buffer.from('{"deployment":'), tag));
};

const running = (test: Test): readonly string[] =>
  [...test.runs.values()].filter(({ status }) => status === 'RUNNING').map(({ name }) => name);

damaged('one that runs is stopped, and the next one has its turn', async () => {
  const test = await newWorld();
  const request = await ship(test.store, '1.0.0');
  const [first, second] = [await test.request(request), await test.request(request)];
  await test.settle();
  const before = await test.record(first);
  await damage(test, first);
  assert.equal(await test.sweep(), []);
  const { status, failure, version, requested } = await test.record(first);
  assert.equal([status, version, requested], ['failed', '1.0.0', before.requested]);
  assert.match(failure!.cause, `${first}.json\` in the store is not valid: it is not JSON`);
  await test.settle();
  assert.is((await test.record(second)).status, 'running');
  assert.equal(running(test), [second, second], 'its driver and its plan');
  await test.endPlan('SUCCEEDED');
  assert.equal(await test.store.list('environments/test/open/'), []);
  assert.equal(await readDocument<Lock>(test.store, lockKey('test', 'webshop')), { queue: [] });
  assert.ok(test.events.includes(`Deployment failed: ${first}`));
});

damaged('one that is retried is, too', async () => {
  const test = await newWorld();
  const id = await test.request(await ship(test.store, '1.0.0'));
  await test.settle();
  await test.endPlan('FAILED');
  await test.request({ action: 'retry', deployment: id });
  await test.settle();
  assert.equal(running(test), [id, `${id}-retry-1`]);
  await damage(test, id);
  assert.equal(await test.sweep(), []);
  assert.equal(running(test), []);
  const { status, retries } = await test.record(id);
  assert.equal([status, retries], ['failed', 1]);
  assert.equal(await test.store.list('environments/test/open/'), []);
});

damaged('one that had not begun ends as it is found', async () => {
  const test = await newWorld();
  const id = await test.request(await ship(test.store, '1.0.0'));
  await damage(test, id);
  assert.equal(await test.sweep(), []);
  const { status, started } = await test.record(id);
  assert.equal([status, started], ['failed', undefined]);
  await test.settle();
  assert.equal(running(test), []);
});

damaged('one that has come to its end keeps no lock, and is left as it is', async () => {
  const test = await newWorld();
  const id = await test.request(await ship(test.store, '1.0.0'));
  await test.settle();
  await damage(test, id);
  await test.store.delete(openKey('test', 'webshop', id));
  assert.equal(await test.sweep(), []);
  assert.equal(await readDocument<Lock>(test.store, lockKey('test', 'webshop')), { queue: [] });
  const left = await test.store.get(deploymentKey('test', 'webshop', id));
  assert.is(left!.body.toString(), '{"deployment":');
});

damaged.run();
