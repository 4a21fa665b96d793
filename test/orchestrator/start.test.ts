import { setTimeout } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { systemClock } from '../../src/engines/local/clock.js';
import { createOrchestrator } from '../../src/engines/local/orchestrator/index.js';
import { newFolder } from '../folder.js';

const starting = suite('executions on a disk');
starting('x', async () => {
  const folder = newFolder();
  const o = createOrchestrator({
    folder,
    clock: systemClock,
    random: Math.random,
    tasks: { run: async () => ({ ok: 1 }) },
  });
  const c = new AbortController();
  const ended: string[] = [];
  const done = o.run({ onEnd: (e) => ended.push(e), complain: (e) => console.error(e) }, c.signal);
  const arn = 'arn:aws:states:local:000000000000:stateMachine:m';
  await o.install({
    arn,
    name: 'm',
    definition: JSON.stringify({
      StartAt: 'A',
      States: {
        A: {
          Type: 'Task',
          Resource: 'arn:aws:states:::x:y.waitForTaskToken',
          Parameters: { 't.$': '$$.Task.Token' },
          HeartbeatSeconds: 5,
          End: true,
        },
      },
    }),
  });
  const t = Date.now();
  const e = await o.start(arn, 'one', { a: 1 });
  let token = '';
  while (token === '') {
    await setTimeout(5);
    for (const x of await o.history(e, 0))
      if (x.type === 'TaskSubmitted') token = String((await o.history(e, 0)).find((y) => y.token)!.token);
  }
  console.log(Date.now() - t);
  assert.is(await o.heartbeat(token), true);
  assert.is(await o.answer(token, { output: 5 }), true);
  while ((await o.describe(e))?.status === 'RUNNING') await setTimeout(5);
  console.log(Date.now() - t, await o.describe(e), ended, o.isBusy());
  assert.is(await o.answer(token, { output: 5 }), false);
  c.abort();
  await done;
});
starting.run();
