import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { changeDeployment } from '../../src/environment/deployments.js';
import type { JsonObject } from '../../src/source/document.js';
import { deployment, failureOf, newWorld } from './world.js';

const trust = suite('whom the worker works for');

const properties = { From: { Distribution: 'shop' }, Outputs: { Since: '$.since' } };
const named = { environment: 'test', name: 'shop', deployment };
const own = 'arn:aws:states:local:000000000000:execution:shop:1';

/** What comes of a request that says something else than the plan would. */
async function asked(more: JsonObject, isEnded = false): Promise<string> {
  const { make, store } = await newWorld();
  if (isEnded) await changeDeployment(store, named, (record) => ({ ...record, status: 'stopped' }));
  const [name] = await failureOf(make('import', properties, more));
  return name;
}

/** Nothing runs of what is imported: whoever is trusted gets as far as that. */
const isTrusted = 'ImportFailed';

async function payloadWith(change: JsonObject): Promise<JsonObject> {
  const { payload } = await newWorld();
  return { payload: { ...payload, ...change } };
}

trust('the execution of the deployment, while that goes on', async () => {
  assert.is(await asked({ execution: own }), isTrusted);
  assert.is(await asked({ execution: own }, true), 'NotAllowed');
});

trust('what a Distributed Map of it runs', async () => {
  const children = 'arn:aws:states:local:000000000000:execution:shop/Each:0a1b';
  assert.is(await asked({ execution: children }), isTrusted);
});

trust('no other execution, whatever its name looks like', async () => {
  const execution = 'arn:aws:states:local:000000000000:execution';
  for (const other of ['shop:2', 'shop:1:1', 'shopping/Each:1', 'other/shop:1', 'shop', 'other:1'])
    assert.is(await asked({ execution: `${execution}:${other}` }), 'NotAllowed', other);
});

trust('nobody who names a deployment that is not there', async () => {
  assert.is(await asked(await payloadWith({ environment: 'production' })), 'NotAllowed');
  assert.is(await asked(await payloadWith({ environment: '../test' })), 'NotAllowed');
  assert.is(await asked(await payloadWith({ deployment: { id: '20261123-100000-ffffff' } })), 'NotAllowed');
  assert.is(
    await asked(await payloadWith({ distribution: { name: 'x', version: '1.0.0', id: 'y' } })),
    'NotAllowed',
  );
});

trust.run();
