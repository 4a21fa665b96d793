import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { executionEnded } from '../../src/environment/controller/execution-ended.js';
import { hasEnded } from '../../src/environment/deployments.js';
import { readDocument } from '../../src/environment/documents.js';
import { readInventory } from '../../src/environment/inventory.js';
import { answerKey, lockKey } from '../../src/environment/keys.js';
import type { Answer, Lock } from '../../src/environment/records.js';
import type { Concurrency } from '../../src/language/values.js';
import { Crash, unreliable } from './unreliable.js';
import { newWorld, ship } from './world.js';

const interleaved = suite('deployments at once, with crashes');

/** What happens in a round, all at once; a number chooses one of those there are. */
type Happening =
  | { readonly what: 'deploy' | 'step' | 'sweep' }
  | { readonly what: 'stop' | 'retry'; readonly which: number }
  | { readonly what: 'again'; readonly which: number }
  | { readonly what: 'lose'; readonly which: number }
  | { readonly what: 'end'; readonly which: number; readonly isGood: boolean; readonly isTold: boolean };

const which = fc.nat(20);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ what: 'deploy' as const }) },
  { weight: 9, arbitrary: fc.constant({ what: 'step' as const }) },
  { weight: 1, arbitrary: fc.constant({ what: 'sweep' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constantFrom(
        'stop' as const,
        'retry' as const,
        'retry' as const,
        'again' as const,
        'lose' as const,
      ),
      which,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('end' as const),
      which,
      isGood: fc.boolean(),
      isTold: fc.boolean(),
    }),
  },
);

const life = fc.record({
  scheduler: fc.scheduler(),
  policy: fc.constantFrom<Concurrency>('queue', 'reject', 'replace'),
  rounds: fc.array(fc.array(happening, { minLength: 1, maxLength: 4 }), { minLength: 15, maxLength: 60 }),
  crashes: fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 6 }),
});

type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

interleaved('one runs at a time, and every request comes to its end', async () => {
  await fc.assert(fc.asyncProperty(life, live), { numRuns: 200 });
});

async function live({ scheduler, policy, rounds, crashes }: Life): Promise<void> {
  let turn: ReturnType<typeof unreliable>['turn'] = () => {};
  const test = await newWorld({
    environment: { concurrency: policy },
    wrapped: (store) => {
      const made = unreliable(store, scheduler, crashes);
      turn = made.turn;
      return made.store;
    },
  });
  const { store, world } = test;
  const version = await ship(store, '1.0.0');
  const deployments: string[] = [];
  const others: string[] = [];
  const busy = new Set<string>();

  const chosen = <T>(from: readonly T[], which: number): T | undefined => from[which % from.length];

  async function happen(one: Happening): Promise<void> {
    switch (one.what) {
      case 'sweep':
        await test.sweep();
        return;
      case 'deploy': {
        const id = await test.put(version);
        deployments.push(id);
        return test.receive(id);
      }
      case 'step':
        await Promise.all(
          test
            .ready()
            .filter((arn) => !busy.has(arn))
            .map(takeSteps),
        );
        return;
      case 'stop':
      case 'retry': {
        // The newest are those that may yet run, or be retried.
        const deployment = chosen(deployments.slice(-3), one.which);
        if (deployment === undefined) return;
        const id = await test.put({ action: one.what, deployment });
        others.push(id);
        return test.receive(id);
      }
      case 'again': {
        const id = chosen([...deployments, ...others], one.which);
        return id === undefined ? undefined : test.receive(id);
      }
      case 'lose': {
        const arn = chosen(test.ready(), one.which);
        if (arn !== undefined) test.end(arn, { status: 'FAILED', error: 'Lost' });
        return;
      }
      case 'end': {
        const plan = chosen(test.plans(), one.which);
        if (plan === undefined) return;
        test.end(
          plan,
          one.isGood ? { status: 'SUCCEEDED', output: {} } : { status: 'FAILED', error: 'StackFailed' },
        );
        if (one.isTold) await executionEnded(world, plan);
      }
    }
  }

  async function takeSteps(arn: string): Promise<void> {
    busy.add(arn);
    try {
      for (let count = 0; count < 3 && test.ready().includes(arn); count++) await test.step(arn);
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    } finally {
      busy.delete(arn);
    }
  }

  const survived = (error: unknown) => {
    if (!(error instanceof Crash)) throw error;
  };

  turn('unreliable');
  for (const round of rounds) {
    await scheduler.waitFor(Promise.all(round.map((one) => happen(one).catch(survived))));
    if (crashes.length === 0) assert.ok(test.plans().length <= 1, 'one plan runs');
  }
  turn('reliable');
  const isDone = async () => (await store.list('environments/test/open/')).length === 0;
  for (let count = 0; count < 100; count++) {
    const received = new Set(
      (await store.list('environments/test/'))
        .filter((key) => /\/(deployments|answers)\//.test(key))
        .map((key) => key.slice(-27, -5)),
    );
    // What crashed while it was received is delivered again.
    for (const id of [...deployments, ...others]) if (!received.has(id)) await test.receive(id);
    assert.equal(await test.sweep(), []);
    await test.settle();
    if (await isDone()) break;
    assert.ok(test.plans().length <= 1, 'one plan runs at the end');
    for (const plan of test.plans()) {
      test.end(plan, { status: 'SUCCEEDED', output: {} });
      await executionEnded(world, plan);
    }
    await test.settle();
  }
  assert.ok(await isDone(), 'nothing is left to do');
  assert.equal(test.plans(), [], 'nothing runs');
  const records = await Promise.all(deployments.map((id) => test.record(id)));
  assert.ok(records.every(hasEnded), 'every deployment has ended');
  for (const id of others)
    assert.ok(
      await readDocument<Answer>(store, answerKey('test', 'webshop', id)),
      'every other request is answered',
    );
  const lock = await readDocument<Lock>(store, lockKey('test', 'webshop'));
  assert.equal([lock?.holder, lock?.queue ?? []], [undefined, []], 'the lock is free');
  const [last] = records
    .filter(({ status }) => status === 'succeeded')
    .sort((a, b) => (a.ended! < b.ended! ? 1 : -1));
  assert.is(
    (await readInventory(store, 'test', 'webshop'))?.deployment,
    last?.deployment,
    'the inventory has the last',
  );
  if (policy !== 'reject') assert.not.ok(records.some(({ status }) => status === 'rejected'));
  if (policy !== 'replace') assert.not.ok(records.some(({ status }) => status === 'replaced'));
}

interleaved.run();
