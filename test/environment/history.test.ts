import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createDocument } from '../../src/environment/documents.js';
import {
  createEnvironment,
  environmentNames,
  readEnvironment,
  removeEnvironment,
} from '../../src/environment/environments.js';
import { findPrevious, listDeployments } from '../../src/environment/history.js';
import { deploymentKey } from '../../src/environment/keys.js';
import { newDeploymentId } from '../../src/environment/requests.js';
import { deployment as record } from '../cli/environments/place.js';
import { memoryStore } from '../store/memory-store.js';
import { newWorld, ship } from './world.js';

const histories = suite('what an environment knows of earlier deployments');

histories('of ten thousand the newest are found by reading no others', async () => {
  const inner = memoryStore();
  for (let count = 0; count < 10_000; count++) {
    const deployment = newDeploymentId(Date.UTC(2026, 0, 1) + count * 60_000, Buffer.from([1, 2, 3]));
    const name = count % 3 === 0 ? 'network' : 'webshop';
    await createDocument(inner, deploymentKey('test', name, deployment), record({ deployment, name }));
  }
  let reads = 0;
  const get = (key: string) => {
    reads++;
    return inner.get(key);
  };
  const store = { ...inner, get };
  const newest = await listDeployments(store, 'test', 3);
  assert.equal(
    newest.map(({ deployment, name }) => `${deployment} ${name}`),
    ['20260107-223900-000203 network', '20260107-223800-000203 webshop', '20260107-223700-000203 webshop'],
  );
  assert.equal((await listDeployments(store, 'test', 1, 'webshop'))[0]!.deployment, '20260107-223800-000203');
  assert.is(reads, 4);
});

/** Deploys versions one after the other, `<` before those of rollbacks and `!` behind those that fail; where one goes back to then. */
const wayBack = async (...versions: readonly string[]): Promise<readonly (string | undefined)[]> => {
  const test = await newWorld();
  const found: (string | undefined)[] = [];
  for (const one of versions) {
    const request = await ship(test.store, one.replace(/[<!]/g, ''));
    await test.request(one.startsWith('<') ? { ...request, action: 'rollback' } : request);
    await test.settle();
    await test.endPlan(one.endsWith('!') ? 'FAILED' : 'SUCCEEDED');
    found.push((await findPrevious(test.store, 'test', 'webshop'))?.version);
  }
  return found;
};

histories('a rollback goes back to the last good version other than the last one', async () => {
  assert.equal(await wayBack('1.0.0', '1.1.0', '1.1.0', '1.2.0!', '1.1.0'), [
    undefined,
    '1.0.0',
    '1.0.0',
    '1.1.0',
    '1.0.0',
  ]);
  assert.equal(await wayBack('1.0.0!'), [undefined]);
});

histories('each rollback goes further back', async () => {
  const deployed = ['1.0.0', '1.1.0', '1.2.0', '1.3.0'];
  const shown = (all: readonly (string | undefined)[]) => all.slice(deployed.length - 1);
  assert.equal(shown(await wayBack(...deployed, '<1.2.0', '<1.1.0', '<1.0.0')), [
    '1.2.0',
    '1.1.0',
    '1.0.0',
    undefined,
  ]);
  assert.equal(shown(await wayBack(...deployed, '<1.1.0', '1.4.0', '<1.1.0', '<1.0.0!')), [
    '1.2.0',
    '1.0.0',
    '1.1.0',
    '1.0.0',
    '1.1.0',
  ]);
  assert.equal(shown(await wayBack(...deployed, '<0.9.0')), ['1.2.0', '1.3.0'], 'it never ran here before');
});

histories('the record of a rollback has what ran before', async () => {
  const test = await newWorld();
  const [one, two] = [await ship(test.store, '1.0.0'), await ship(test.store, '1.1.0')];
  for (const request of [one, two, { ...one, action: 'rollback' as const }]) {
    await test.request(request);
    await test.settle();
    await test.endPlan('SUCCEEDED');
  }
  const [last, middle] = await listDeployments(test.store, 'test', 2);
  assert.equal(last!.previous, { version: '1.1.0', id: two.id, deployment: middle!.deployment });
  assert.match(test.events.at(-1)!, 'Deployment rolled back');
});

histories('environments are made once, listed, and removed when nothing goes on', async () => {
  const test = await newWorld();
  const { store } = test;
  const made = { kind: 'production', concurrency: 'reject', approvals: 1, created: test.act('ann') } as const;
  assert.is(await createEnvironment(store, { name: 'prod', ...made }), true);
  assert.is(await createEnvironment(store, { name: 'prod', ...made, approvals: 0 }), false);
  assert.is((await readEnvironment(store, 'prod'))!.approvals, 1);
  const id = await test.request(await ship(store, '1.0.0'));
  assert.equal(await removeEnvironment(store, 'test'), [id]);
  await test.settle();
  await test.endPlan('SUCCEEDED');
  assert.equal(await environmentNames(store), ['prod', 'test']);
  assert.equal(await removeEnvironment(store, 'test'), []);
  assert.equal(await environmentNames(store), ['prod']);
});

histories.run();
