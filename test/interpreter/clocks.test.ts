import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { virtualClock } from '../../src/engines/local/virtual-clock.js';
import { systemClock } from '../../src/engines/system-clock.js';

const clocks = suite('clocks');

const rejected = async (promise: Promise<unknown>): Promise<unknown> => {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return 'not rejected';
};

clocks('a virtual one jumps to the next time somebody waits for', async () => {
  const clock = virtualClock(1_000);
  const seen: [string, number][] = [];
  const sleep = async (name: string, ...times: readonly number[]) => {
    for (const time of times) {
      await clock.until(time);
      seen.push([name, clock.now()]);
    }
  };
  await Promise.all([sleep('a', 5_000, 6_000, 10), sleep('b', 5_500), sleep('c', 86_400_000)]);
  assert.equal(seen, [
    ['a', 5_000],
    ['b', 5_500],
    ['a', 6_000],
    ['a', 6_000],
    ['c', 86_400_000],
  ]);
});

clocks('a virtual one stands still while work goes on', async () => {
  const clock = virtualClock(0);
  const woken = clock.until(1_000).then(() => clock.now());
  const work = new Promise<void>((resolve) => setTimeout(resolve, 20));
  await clock.during(work);
  assert.is(clock.now(), 0);
  assert.is(await woken, 1_000);
});

clocks('waiting ends when it is aborted', async () => {
  const reason = new Error('enough');
  for (const clock of [systemClock, virtualClock(Date.now())]) {
    assert.is(await rejected(clock.until(clock.now() + 60_000, AbortSignal.abort(reason))), reason);
    const controller = new AbortController();
    const waiting = rejected(clock.until(clock.now() + 60_000, controller.signal));
    controller.abort(reason);
    assert.is(await waiting, reason);
  }
});

clocks('the real one waits for a time, not for an interval', async () => {
  const { now } = Date;
  let ahead = 0;
  Date.now = () => now() + ahead;
  try {
    const begun = now();
    let isOver = false;
    const waiting = systemClock.until(Date.now() + 3_600_000).then(() => {
      isOver = true;
    });
    await systemClock.until(Date.now() + 20);
    assert.not(isOver);
    ahead = 3_600_000;
    await waiting;
    assert.ok(now() - begun < 2_500);

    // Set back, it goes on as before.
    const before = systemClock.now();
    ahead = 0;
    const since = now();
    await systemClock.until(before + 300);
    assert.ok(systemClock.now() >= before + 300, 'it has not gone backwards');
    assert.ok(now() - since >= 290 && now() - since < 2_500, 'neither early nor late');
  } finally {
    Date.now = now;
  }
});

clocks.run();
