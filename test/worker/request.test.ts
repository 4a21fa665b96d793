import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fillTemplate } from '../../src/asl/evaluate/template.js';
import { readRequest } from '../../src/environment/worker/request.js';
import { isObject, objectOr } from '../../src/language/json.js';
import type { Json, JsonObject } from '../../src/source/document.js';
import { stateTypes } from '../../src/states/index.js';
import { runs } from '../../src/states/run.js';
import { fixtures } from '../golden.js';
import { failureOf, newWorld } from './world.js';

const requests = suite('requests to the worker');

requests('a type is known that calls the worker, and no other', async () => {
  const folder = new URL('../../src/states/', import.meta.url);
  const withRun = stateTypes.filter(({ type }) => readdirSync(new URL(type, folder)).includes('run.ts'));
  assert.equal(Object.keys(runs).sort(), withRun.map(({ type }) => type).sort());
  assert.equal(
    stateTypes.map(({ type }) => type).filter((type) => !Object.hasOwn(runs, type)),
    ['lambda'],
  );
  for (const load of Object.values(runs)) {
    const { reconcile, wait } = await load();
    assert.ok((reconcile === undefined) !== (wait === undefined));
  }
});

/** Arguments of the worker in a definition, wherever its states are. */
function callsIn(value: Json): readonly JsonObject[] {
  if (!isObject(value)) return Array.isArray(value) ? value.flatMap(callsIn) : [];
  const { Parameters, Resource } = value;
  const given = objectOr(objectOr(Parameters).Payload ?? Parameters);
  const own = typeof Resource === 'string' && typeof given.type === 'string' ? [given] : [];
  return [...own, ...Object.values(value).flatMap(callsIn)];
}

requests('what plancc compiles is understood', async () => {
  const { payload } = await newWorld();
  const context = {
    Execution: { Id: 'arn', RedriveCount: 0 },
    State: { EnteredTime: '2026-11-23T10:00:00.000Z', RetryCount: 2 },
    Task: { Token: 'token' },
  };
  let count = 0;
  for (const plan of ['network', 'database', 'webshop']) {
    const path = join(fixtures, 'landscape/expected', plan, 'definition.asl.json');
    for (const call of callsIn(JSON.parse(readFileSync(path, 'utf8')))) {
      // What the properties refer to is not there.
      const asked = fillTemplate(
        { ...call, properties: {} },
        { input: payload, context, variables: {}, random: Math.random },
      );
      const { state, mode, entry } = readRequest(asked);
      assert.is(state, call.state);
      assert.equal(mode, 'token.$' in call ? { token: 'token' } : { timeoutSeconds: call.timeoutSeconds });
      assert.match(entry, /@0-20261123T100000000Z$/);
      count++;
    }
  }
  assert.is(count, 10);
});

const wrong: readonly (readonly [change: JsonObject, message: RegExp])[] = [
  [{ type: 'shell' }, /knows no state type `shell`/],
  [{ type: 'lambda' }, /knows no state type `lambda`/],
  [{ type: 'constructor' }, /knows no state type `constructor`/],
  [{ type: 'approval' }, /was called for `Make it` as no `approval` is/],
  [{ token: 'token' }, /was called for `Make it` as no `cfn` is/],
  [{ state: '' }, /`state` is not a text/],
  [{ properties: [] }, /`properties` is not an object/],
  [{ payload: { environment: 'test' } }, /`payload` is not the payload of a deployment/],
  [{ entered: 'yesterday' }, /`entered` is not a time/],
  [{ redrive: -1 }, /`redrive` is not a count/],
  [{ retry: null }, /`retry` is not a count/],
  [{ timeoutSeconds: 'soon' }, /`timeoutSeconds` is not a time/],
];

for (const [change, message] of wrong) {
  requests(`${JSON.stringify(change)} is refused`, async () => {
    const { make } = await newWorld();
    const type = typeof change.type === 'string' ? change.type : 'cfn';
    const [name, said] = await failureOf(make(type, {}, change));
    assert.is(name, 'Error');
    assert.match(said, message);
  });
}

requests('an iteration that is no list of indexes is refused', async () => {
  const { make, payload } = await newWorld();
  for (const iteration of ['0', ['a'], [-1], [0.5]]) {
    const [, said] = await failureOf(make('cfn', {}, { payload: { ...payload, iteration } }));
    assert.match(said, /`payload\.iteration` is not a/);
  }
});

requests.run();
