import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { controlled } from '../../../src/engines/aws/functions/controlled.js';
import type { ControllerEvent } from '../../../src/engines/aws/functions/events.js';
import { decisionKey, environmentApproval, requestKey } from '../../../src/environment/keys.js';
import type { ObjectStore } from '../../../src/ports/object-store.js';
import type { Json, JsonObject } from '../../../src/source/document.js';
import { newWorld, ship } from '../../environment/world.js';
import { memoryStore } from '../../store/memory-store.js';

const controller = suite('the controller function');

class Killed extends Error {}

const aws = (world: World['world']) => ({ environment: 'test', world, attend: async () => [] });

/** A store whose process is killed at its call of that number, before or after the call was done. */
function killing(store: ObjectStore, at: { number: number; isDone: boolean }) {
  let calls = 0;
  const called =
    <A extends readonly unknown[], T>(call: (...given: A) => Promise<T>) =>
    async (...given: A): Promise<T> => {
      const isKilled = ++calls === at.number;
      if (isKilled && !at.isDone) throw new Killed();
      const result = await call(...given);
      if (isKilled) throw new Killed();
      return result;
    };
  const killed = Object.fromEntries(
    Object.entries(store).map(([name, call]) => [name, called(call as never)]),
  );
  return { store: killed as unknown as ObjectStore, calls: () => calls };
}

type World = Awaited<ReturnType<typeof newWorld>>;

/** A deployment from its request to its end; a call that is killed is made again. */
async function live(test: World, id: string): Promise<void> {
  const call = (event: ControllerEvent) => again(() => controlled(event, aws(test.world)));
  const settle = async () => {
    for (let [arn] = test.ready(); arn !== undefined; [arn] = test.ready())
      await again(() => test.step(arn!));
  };
  await call({ put: { key: requestKey('test', 'webshop', id), ...test.act('ann') } });
  await settle();
  const [plan] = test.plans();
  test.end(plan!, { status: 'SUCCEEDED', output: {} });
  await call({ ended: plan!, of: test.named(id) });
  await settle();
  await call({ sweep: true });
}

async function again<T>(call: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      // A sweep tells of all that it could not do.
      const all = error instanceof AggregateError ? error.errors : [error];
      if (!all.every((one) => one instanceof Killed)) throw error;
    }
  }
}

controller('killed at any call to the store and called again, it deploys once', async () => {
  let count = 0;
  for (const isDone of [false, true]) {
    for (let number = 1, isReached = true; isReached; number++) {
      let calls = () => 0;
      const test = await newWorld({
        wrapped: (store) => {
          const made = killing(store, { number, isDone });
          calls = made.calls;
          return made.store;
        },
      });
      const id = await test.put(await ship(test.store, '1.0.0'));
      await live(test, id);
      const { status } = await test.record(id);
      const what = `killed at call ${number}, ${isDone ? 'done' : 'not done'}`;
      assert.is(status, 'succeeded', what);
      assert.equal(test.starts, [id, id], `${what}: one driver and one plan`);
      assert.equal(await test.store.list('environments/test/open/'), [], what);
      isReached = calls() >= number;
      count++;
    }
  }
  assert.ok(count > 60, `${count} calls`);
});

controller('the same event three times, at once and later, deploys once', async () => {
  const test = await newWorld();
  const id = await test.put(await ship(test.store, '1.0.0'));
  const put: ControllerEvent = { put: { key: requestKey('test', 'webshop', id), ...test.act('ann') } };
  const call = () => controlled(put, aws(test.world));
  await Promise.all([call(), call(), call()]);
  await live(test, id);
  await call();
  assert.equal(test.starts, [id, id]);
  assert.is((await test.record(id)).status, 'succeeded');
});

controller('every state called twice at once does its work once', async () => {
  const test = await newWorld();
  const id = await test.put(await ship(test.store, '1.0.0'));
  const twice = async (event: JsonObject): Promise<Json> => {
    const call = () => controlled(event as unknown as ControllerEvent, aws(test.world));
    const [one, other] = await Promise.all([call(), call()]);
    assert.equal(one, other);
    return one as unknown as Json;
  };
  const settle = async () => {
    for (let [arn] = test.ready(); arn !== undefined; [arn] = test.ready()) await test.stepBy(arn, twice);
  };
  await twice({ put: { key: requestKey('test', 'webshop', id), ...test.act('ann') } });
  await settle();
  const [plan] = test.plans();
  test.end(plan!, { status: 'SUCCEEDED', output: {} });
  await twice({ ended: plan!, of: { ...test.named(id) } });
  await settle();
  await twice({ sweep: true });
  assert.equal([(await test.record(id)).status, test.starts], ['succeeded', [id, id]]);
  assert.equal(await test.store.list('environments/test/open/'), []);
});

/** What is thrown for an event, and whether anything has changed in the store. */
async function refusal(event: ControllerEvent, store = memoryStore()): Promise<string> {
  const test = await newWorld({ store });
  const before = await store.list('');
  try {
    await controlled(event, aws(test.world));
  } catch (error) {
    assert.equal(await store.list(''), before);
    assert.equal(test.starts, []);
    if (error instanceof Error) return `${error.name}: ${error.message}`;
  }
  throw new Error('it was not refused');
}

controller('what is of another environment is refused, and nothing happens', async () => {
  const id = '20261123-100000-abc123';
  const other = { environment: 'production', name: 'webshop', deployment: id };
  const act = { by: 'AIDAANN', at: '2026-11-23T10:00:00.000Z' };
  const refused = 'NotAllowed: the controller of test was called for production';
  const entry = environmentApproval;
  const keys = [requestKey('production', 'webshop', id), decisionKey('production', 'webshop', id, entry, id)];
  for (const key of keys) assert.is(await refusal({ put: { key, ...act } }), refused);
  assert.is(await refusal({ ended: 'arn', of: other }), refused);
  for (const step of ['prepare', 'install', 'close'] as const)
    assert.is(await refusal({ step, input: { ...other, retry: 0 } }), refused);
  assert.is(await refusal({ step: 'execute', token: 'x', input: { ...other, retry: 0 } }), refused);
});

controller('a key that is none of a request or decision is refused', async () => {
  const act = { by: 'AIDAANN', at: '2026-11-23T10:00:00.000Z' };
  for (const key of ['environments/test/environment.json', 'environments/test/requests/../x.json', 'x'])
    assert.is(
      await refusal({ put: { key, ...act } }),
      'NotAllowed: the controller of test was called for no environment',
    );
});

controller('who asked is who S3 says, whatever the body claims', async () => {
  const test = await newWorld();
  const version = await ship(test.store, '1.0.0');
  const id = await test.put({ ...version, by: 'root', requested: { by: 'root' } } as typeof version);
  const key = requestKey('test', 'webshop', id);
  await controlled({ put: { key, by: 'AROA:ann', at: '2026-11-23T10:00:00.000Z' } }, aws(test.world));
  assert.equal((await test.record(id)).requested, { by: 'AROA:ann', at: '2026-11-23T10:00:00.000Z' });
});

controller('a sweep goes on with the rest, and tells what kept it from some', async () => {
  const test = await newWorld();
  const id = await test.put(await ship(test.store, '1.0.0'));
  await test.store.putIfAbsent('environments/test/locks/broken.json', Buffer.from('{'));
  await test.store.putIfAbsent(
    `environments/test/open/webshop/${id}.json`,
    Buffer.from(JSON.stringify(test.act('ann'))),
  );
  try {
    await controlled({ sweep: true }, aws(test.world));
    assert.unreachable();
  } catch (error) {
    assert.match(String(error), /environments\/test\/locks\/broken\.json/);
  }
  assert.equal(test.starts, [id]);
});

controller.run();
