import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { receive } from '../../src/environment/controller/receive.js';
import { requestKey } from '../../src/environment/keys.js';
import { newDeploymentId, readRequest } from '../../src/environment/requests.js';
import { newWorld, ship } from './world.js';

const requests = suite('requests that make no sense');

const id = '20261123-105359-3e7b2c';

requests('an id tells its time, and fits the name of an execution', () => {
  assert.is(newDeploymentId(Date.UTC(2026, 10, 23, 10, 53, 59, 999), Buffer.from([10, 27, 44])), id);
});

const malformed: { readonly [what: string]: readonly [body: string, reason: string] } = {
  text: ['deploy it', 'is not JSON'],
  'a list': ['[]', 'is not a JSON object'],
  'no action': ['{}', 'none of deploy, rollback, promote, stop, retry'],
  'no version': [`{"action":"deploy","id":"${'0'.repeat(64)}"}`, '`version`'],
  'a version that is a path': [
    `{"action":"deploy","version":"../1.0.0","id":"${'0'.repeat(64)}"}`,
    '`version`',
  ],
  'an id that is none': ['{"action":"rollback","version":"1.0.0","id":"1"}', '`id`'],
  'more than a record should hold': [
    JSON.stringify({ action: 'deploy', version: '1.0.0', id: '0'.repeat(64), from: 'x'.repeat(65_536) }),
    'has more than 65536 bytes',
  ],
  'lists in lists': ['['.repeat(65_000), 'is not JSON'],
  'nothing to stop': ['{"action":"stop","deployment":"../../x"}', 'no id of a deployment'],
};

for (const [what, [body, reason]] of Object.entries(malformed)) {
  requests(`${what} ends in a record that says so`, async () => {
    const test = await newWorld();
    await test.store.putIfAbsent(requestKey('test', 'webshop', id), Buffer.from(body));
    await test.receive(id);
    const { status, failure } = await test.record(id);
    assert.equal([status, failure!.error], ['failed', 'InvalidRequest']);
    assert.match(failure!.cause, reason);
    assert.equal(await test.store.list('environments/test/open/'), []);
  });
}

requests('what a request may say is all that is read of it', () => {
  const request = { action: 'promote', version: '1.0.0', id: 'a'.repeat(64), from: 'staging' };
  const body = Buffer.from(JSON.stringify({ ...request, by: 'root', status: 'succeeded' }));
  assert.equal(readRequest(body), request);
});

requests('what is rehearsed is text, not lists in lists', () => {
  const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
  const asked = { action: 'deploy', version: '1.0.0', id: 'a'.repeat(64) };
  const body = `${JSON.stringify(asked).slice(0, -1)},"rehearse":{"db":"Table","x":${deep}}}`;
  assert.equal(readRequest(Buffer.from(body)), { ...asked, rehearse: { db: 'Table' } });
});

requests('a version that was never shipped', async () => {
  const test = await newWorld();
  const { failure } = await test.record(
    await test.request({ action: 'deploy', version: '1.0.0', id: 'a'.repeat(64) }),
  );
  assert.equal(failure, {
    error: 'UnknownVersion',
    cause: 'webshop 1.0.0 has not been shipped; do so with `plancc ship`',
  });
});

requests('an id that is not that of the version', async () => {
  const test = await newWorld();
  const request = await ship(test.store, '1.0.0');
  const { failure } = await test.record(await test.request({ ...request, id: 'a'.repeat(64) }));
  assert.is(failure!.error, 'OtherVersion');
  assert.match(failure!.cause, request.id);
});

requests('an environment that does not exist', async () => {
  const test = await newWorld();
  const request = await ship(test.store, '1.0.0');
  await test.store.delete('environments/test/environment.json');
  const { status, failure } = await test.record(await test.request(request));
  assert.is(status, 'failed');
  assert.match(failure!.cause, 'create it with `plancc env create test`');
});

requests('a manifest that was damaged', async () => {
  const test = await newWorld();
  const request = await ship(test.store, '1.0.0');
  await test.store.delete('distributions/webshop/1.0.0/manifest.json');
  await test.store.putIfAbsent('distributions/webshop/1.0.0/manifest.json', Buffer.from('{'));
  const { status, failure } = await test.record(await test.request(request));
  assert.equal([status, failure!.error], ['failed', 'StoreError']);
});

requests('other keys, and objects that are gone, are no requests', async () => {
  const test = await newWorld();
  const keys = [
    'environments/test/requests/webshop/x.json',
    'environments/../requests/webshop/20261123-105359-3e7b2c.json',
    `environments/test/requests/webshop/${id}.json`,
    `x/environments/test/requests/webshop/${id}.json`,
  ];
  const before = await test.store.list('');
  for (const key of keys) await receive(test.world, key, test.act('ann'));
  assert.equal(await test.store.list(''), before);
});

requests('the same request again changes nothing, at any time', async () => {
  const test = await newWorld();
  const deployment = await test.request(await ship(test.store, '1.0.0'));
  await test.receive(deployment, 'webshop', 'bob');
  await test.settle();
  await test.receive(deployment);
  await test.endPlan('SUCCEEDED');
  const before = await test.record(deployment);
  const told = test.events.length;
  await test.receive(deployment);
  assert.equal(await test.record(deployment), before);
  assert.is(before.requested.by, 'ann');
  assert.is(test.events.length, told);
});

requests.run();
