import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { systemClock } from '../../src/engines/system-clock.js';
import { openLog } from '../../src/environment/jobs/job-log.js';
import { logTime } from '../../src/environment/keys.js';
import type { ObjectStore } from '../../src/ports/object-store.js';
import { memoryStore } from '../store/memory-store.js';
import { newRunner } from './runner.js';

const log = suite('logs of jobs');

const piecesOf = async (store: ObjectStore): Promise<readonly string[]> =>
  Promise.all((await store.list('log/')).map(async (key) => (await store.get(key))!.body.toString()));

log('much output is put in pieces, none of them lost, and the job waits for the store', async () => {
  const { perform, store, logs } = await newRunner();
  const slow: ObjectStore['putIfAbsent'] = store.putIfAbsent;
  let most = 0;
  Object.assign(store, {
    putIfAbsent: async (key: string, body: Buffer) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      most = Math.max(most, body.length);
      return slow(key, body);
    },
  });
  assert.equal(await perform({ Commands: ['seq 1000000'] }), { output: {} });
  const lines = (await logs()).split('\n').slice(1, -2);
  assert.is(lines.length, 1_000_000);
  assert.ok(lines.every((line, index) => line === String(index + 1)));
  assert.ok(most < 3 << 20, `${most} bytes at once`);
});

log('pieces tell when they were put, and come after those before, whoever wrote these', async () => {
  const store = memoryStore();
  const host = {
    logged: 1,
    clock: { now: () => Date.UTC(2026, 10, 23, 10, 53, 59, 7), until: async () => {} },
  };
  const [first, second] = [openLog(store, 'log/', [], host), openLog(store, 'log/', [], host)];
  first.write('a');
  await new Promise((resolve) => setTimeout(resolve, 20));
  second.note('b');
  await second.close();
  first.write('c');
  await first.close();
  assert.equal(await piecesOf(store), ['a', 'b\n', 'c']);
  assert.equal((await store.list('log/')).map(logTime), [
    '2026-11-23T10:53:59.007Z',
    '2026-11-23T10:53:59.008Z',
    '2026-11-23T10:53:59.009Z',
  ]);
  assert.is(logTime('log/1.log'), undefined);
});

log('a store that takes no log does not stop the job, and gets it later', async () => {
  const store = memoryStore();
  let isFull = true;
  const full: ObjectStore = {
    ...store,
    putIfAbsent: async (...given) => {
      if (isFull) throw new Error('no space left');
      return store.putIfAbsent(...given);
    },
  };
  const written = openLog(full, 'log/', ['secret'], { logged: 1, clock: systemClock });
  written.write('a sec');
  await new Promise((resolve) => setTimeout(resolve, 20));
  isFull = false;
  written.write('ret é');
  await written.close();
  assert.is((await piecesOf(store)).join(''), 'a **** é');
  assert.is(written.last(), 'a **** é');
});

log(
  'a character that a program writes in two pieces is one, whatever it writes elsewhere meanwhile',
  async () => {
    const { perform, logs } = await newRunner();
    await perform({ Commands: ["printf '\\303'; sleep 0.1; printf - >&2; sleep 0.1; printf '\\251'"] });
    assert.match(await logs(), '\n-é\n');
  },
);

log.run();
