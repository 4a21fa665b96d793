import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createItems } from '../../src/engines/local/items.js';
import { createOrchestrator } from '../../src/engines/local/orchestrator/index.js';
import { systemClock } from '../../src/engines/system-clock.js';
import type { Orchestrator } from '../../src/ports/orchestrator.js';
import { StatesError } from '../../src/ports/states-error.js';
import { newFolder } from '../folder.js';

const clocks = suite('executions while the clock jumps');

const hour = 3_600_000;
const realNow = Date.now;
let shift = 0;
Date.now = () => realNow() + shift;

const machine = 'arn:aws:states:local:000000000000:stateMachine:jumps';
const definition = {
  StartAt: 'Wait',
  States: {
    Wait: { Type: 'Wait', Seconds: 2, Next: 'Fails once' },
    'Fails once': {
      Type: 'Task',
      Resource: 'arn:aws:states:::dynamodb:getItem',
      Retry: [{ ErrorEquals: ['Once'], IntervalSeconds: 2, MaxAttempts: 1 }],
      Next: 'Job',
    },
    Job: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Parameters: { FunctionName: 'job', Payload: { 'token.$': '$$.Task.Token' } },
      HeartbeatSeconds: 5,
      End: true,
    },
  },
};

/** Answers a token after a while in which it says each second that it is cared for. */
async function job(orchestrator: Orchestrator, token: string): Promise<void> {
  for (let beats = 0; beats < 3; beats++) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.ok(await orchestrator.heartbeat(token), 'it is still waited for');
  }
  await orchestrator.answer(token, { output: 'done' });
}

for (const [name, jump] of [
  ['forwards', 5 * hour],
  ['backwards', -5 * hour],
] as const)
  clocks(`${name} by hours, nothing is late, lost or out of order`, async () => {
    shift = 0;
    const working: Promise<void>[] = [];
    const orchestrator = createOrchestrator({
      folder: newFolder(),
      clock: systemClock,
      means: async () => ({
        items: createItems({}),
        tasks: {
          run: async ({ token, attempt }) => {
            if (token !== undefined) working.push(job(orchestrator, token));
            else if (attempt === 0) throw new StatesError('Once', 'only once');
            return {};
          },
        },
      }),
    });
    await orchestrator.install({ arn: machine, name: 'jumps', definition: JSON.stringify(definition) });
    const stop = new AbortController();
    const running = orchestrator.run(
      { onEnd: () => {}, complain: (error) => assert.unreachable(String(error)) },
      stop.signal,
    );
    const began = performance.now();
    const execution = await orchestrator.start(machine, name, {});
    const jumps = [500, 1500, 3500].map((after) => setTimeout(() => (shift += jump), after));
    while ((await orchestrator.describe(execution))?.status === 'RUNNING') {
      assert.ok(performance.now() - began < 20_000, 'nothing waits for hours');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    for (const one of jumps) clearTimeout(one);
    stop.abort();
    await Promise.all([running, ...working]);
    const described = await orchestrator.describe(execution);
    assert.is(described?.status, 'SUCCEEDED', described?.cause);
    const times = (await orchestrator.history(execution, 0)).map(({ timestamp }) => timestamp);
    assert.equal(times, [...times].sort());
  });

clocks.run();
