import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { updateDocument } from '../../src/environment/documents.js';
import { dependants } from '../../src/environment/inventory.js';
import { environmentKey, inventoryKey } from '../../src/environment/keys.js';
import type { Environment, Inventory } from '../../src/environment/records.js';
import { decide } from './decide.js';
import { newWorld, ship } from './world.js';

const dependencies = suite('distributions that depend on others');

type Test = Awaited<ReturnType<typeof newWorld>>;

const deploy = async (test: Test, name: string, version: string, ranges = {}): Promise<string> => {
  const outputs = { 'VpcId.$': '$.output.Vpc.Id' };
  const id = await test.request(
    await ship(test.store, version, { name, dependencies: ranges, outputs }),
    name,
  );
  await test.settle();
  return id;
};

const network = async (test: Test, version: string, status: 'SUCCEEDED' | 'FAILED' = 'SUCCEEDED') => {
  const id = await deploy(test, 'network', version);
  await test.endPlan(status, { output: { Vpc: { Id: `vpc of ${version}` } } });
  return id;
};

const refusal = async (test: Test, ranges: { readonly [name: string]: string }): Promise<string> => {
  const { status, started, failure } = await test.record(await deploy(test, 'webshop', '1.0.0', ranges));
  assert.equal([status, started], ['failed', undefined], 'it never was running');
  return `${failure!.error}: ${failure!.cause}`;
};

dependencies('what they give is part of the payload', async () => {
  const test = await newWorld();
  await network(test, '2.1.0');
  await deploy(test, 'webshop', '1.0.0', { network: '^2.0.0' });
  const { input } = test.runs.get(test.plans()[0]!)!;
  assert.equal(input.dependencies, { network: { VpcId: 'vpc of 2.1.0' } });
});

dependencies('one that is not there', async () => {
  const test = await newWorld();
  assert.is(
    await refusal(test, { network: '^2.0.0' }),
    'DependencyMissing: network is not deployed to test in this store; deploy a version in the range ^2.0.0 first',
  );
});

dependencies('several that are not there are named at once', async () => {
  const refused = await refusal(await newWorld(), { network: '^2.0.0', users: '^1.0.0' });
  assert.match(refused, /^DependencyMissing: network is not deployed .*\nusers is not deployed /);
});

dependencies('one of another version', async () => {
  const test = await newWorld();
  await network(test, '1.9.0');
  assert.match(
    await refusal(test, { network: '^2.0.0' }),
    'DependencyVersion: network 1.9.0 runs in test, which is not in the range ^2.0.0',
  );
});

dependencies('one whose last deployment failed', async () => {
  const test = await newWorld();
  await network(test, '2.0.0');
  const id = await network(test, '2.1.0', 'FAILED');
  assert.match(
    await refusal(test, { network: '^2.0.0' }),
    `DependencyFailed: the last deployment of network to test, ${id} of version 2.1.0, failed`,
  );
});

dependencies('one whose last deployment was refused before it began', async () => {
  const test = await newWorld();
  await network(test, '2.0.0');
  await deploy(test, 'network', '2.1.0', { base: '^1.0.0' });
  const id = await deploy(test, 'webshop', '1.0.0', { network: '^2.0.0' });
  assert.is((await test.record(id)).status, 'running');
});

dependencies('one whose last deployment was stopped before it was approved', async () => {
  const test = await newWorld();
  await network(test, '2.0.0');
  const demand = (approvals: number) =>
    updateDocument<Environment>(test.store, environmentKey('test'), (known) => ({ ...known!, approvals }));
  await demand(1);
  const waiting = await deploy(test, 'network', '2.1.0');
  await test.request({ action: 'stop', deployment: waiting }, 'network');
  await test.settle();
  const { status, started, changing } = await test.record(waiting, 'network');
  assert.equal([status, typeof started, changing], ['stopped', 'string', undefined]);
  await demand(0);
  const id = await deploy(test, 'webshop', '1.0.0', { network: '^2.0.0' });
  assert.is((await test.record(id)).status, 'running');
});

dependencies(
  'one that is gone back to another version while a deployment waits for its approval',
  async () => {
    const test = await newWorld();
    await network(test, '2.0.0');
    await updateDocument<Environment>(test.store, environmentKey('test'), (known) => ({
      ...known!,
      approvals: 1,
    }));
    const id = await deploy(test, 'webshop', '1.0.0', { network: '^2.0.0' });
    await updateDocument<Inventory>(test.store, inventoryKey('test', 'network'), (known) => ({
      ...known!,
      version: '1.9.0',
    }));
    await decide(test, id, 'bob', 'approved');
    await test.settle();
    const { status, changing, failure } = await test.record(id);
    assert.equal([status, changing, failure?.error], ['failed', undefined, 'DependencyVersion']);
  },
);

dependencies('one that is being deployed counts as what runs', async () => {
  const test = await newWorld();
  await network(test, '2.0.0');
  await deploy(test, 'network', '2.1.0');
  const id = await deploy(test, 'webshop', '1.0.0', { network: '^2.0.0' });
  assert.is((await test.record(id)).status, 'running');
});

dependencies('those that would not take another version are known', async () => {
  const test = await newWorld();
  await network(test, '2.1.0');
  await deploy(test, 'webshop', '1.0.0', { network: '^2.1.0' });
  await test.endPlan('SUCCEEDED');
  const of = (version?: string) => dependants(test.store, 'test', 'network', version);
  const webshop = [{ name: 'webshop', version: '1.0.0', range: '^2.1.0' }];
  assert.equal([await of('2.2.0'), await of('2.0.0'), await of()], [[], webshop, webshop]);
});

dependencies.run();
