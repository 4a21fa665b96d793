import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { stopped } from '../../src/engines/local/interpreter/ending.js';
import type { Event } from '../../src/engines/local/interpreter/journal.js';
import { virtualClock } from '../../src/engines/local/virtual-clock.js';
import type { JsonObject } from '../../src/source/document.js';
import { memoryJournal, run } from './machine.js';

const ends = suite('ends of executions');

const machine = (States: JsonObject, more: JsonObject = {}): JsonObject => ({
  StartAt: 'A',
  States,
  ...more,
});
const typesOf = (events: readonly Event[]): readonly string[] => events.map(({ type }) => type);
const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' };

ends('a stop is recorded', async () => {
  const controller = new AbortController();
  const { result, events } = await run(
    machine({ A: { ...task, End: true } }),
    {},
    {
      signal: controller.signal,
      task: () => {
        controller.abort(stopped('Stopped', 'by ada'));
        return new Promise(() => {});
      },
    },
  );
  assert.equal(result, { status: 'ABORTED', error: 'Stopped', cause: 'by ada' });
  assert.equal(typesOf(events).slice(-2), ['TaskStarted', 'ExecutionAborted']);
});

ends('nothing is recorded when the process stops, and it goes on later', async () => {
  const controller = new AbortController();
  const definition = machine({ A: { ...task, End: true } });
  const journal = memoryJournal();
  const reason = new Error('the process stops');
  let error: unknown;
  try {
    await run(
      definition,
      {},
      {
        signal: controller.signal,
        journal,
        task: () => {
          controller.abort(reason);
          return {};
        },
      },
    );
  } catch (thrown) {
    error = thrown;
  }
  assert.is(error, reason);
  assert.is(typesOf(journal.events).at(-1), 'TaskStarted');
  const { result, calls } = await run(definition, {}, { events: journal.events, task: () => 'done' });
  assert.equal(result, { status: 'SUCCEEDED', output: 'done' });
  assert.equal(
    calls.map(({ id }) => id),
    journal.events
      .filter(({ type }) => type === 'TaskScheduled')
      .map(({ id }) => `${calls[0]!.id.split('#')[0]}#${id}`),
  );
});

ends('one that has ended comes to the same again', async () => {
  const definition = machine({ A: { ...task, End: true } });
  const first = await run(definition, {}, { task: () => ({ ok: true }) });
  const again = await run(definition, {}, { events: first.events });
  assert.equal(again.result, first.result);
  assert.equal(again.events, first.events);
  assert.equal(again.calls, []);
});

ends('a loop ends with the history of Step Functions', async () => {
  const { result, events } = await run(
    machine({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } }),
  );
  assert.is(result.status, 'FAILED');
  assert.match(JSON.stringify(result), 'maximum number of history events (25000)');
  assert.is(events.length, 25_000);
});

ends('the executions of a Distributed Map have histories of their own', async () => {
  const items = Array.from({ length: 10_000 }, (_, index) => index);
  const processor = (Mode: string) => ({
    ProcessorConfig: { Mode },
    StartAt: 'B',
    States: { B: { Type: 'Pass', End: true } },
  });
  const map = (mode: string) =>
    machine({
      A: { Type: 'Map', ItemProcessor: processor(mode), ResultPath: null, OutputPath: null, End: true },
    });
  const { result } = await run(map('DISTRIBUTED'), items);
  assert.equal(result, { status: 'SUCCEEDED', output: {} });
  assert.is((await run(map('INLINE'), items)).result.status, 'FAILED');
});

ends('a payload has at most 256 KiB', async () => {
  const catcher = (...ErrorEquals: readonly string[]) => ({
    Catch: [{ ErrorEquals, Next: 'B', ResultPath: '$.error' }],
  });
  const states = (more: JsonObject) =>
    machine({ A: { ...task, ...more, End: true }, B: { Type: 'Succeed', OutputPath: '$.error.Error' } });
  const big = (length: number) => ({ task: () => 'x'.repeat(length - 2) });
  assert.is((await run(states({}), {}, big(262_144))).result.status, 'SUCCEEDED');
  const { result } = await run(states(catcher('States.ALL')), {}, big(262_145));
  assert.equal(result, {
    status: 'FAILED',
    error: 'States.DataLimitExceeded',
    cause:
      "The state/task 'arn:aws:states:::lambda:invoke' returned a result with a size exceeding the maximum number of bytes service limit.",
  });
  const named = await run(states(catcher('States.DataLimitExceeded')), {}, big(262_145));
  assert.equal(named.result, { status: 'SUCCEEDED', output: 'States.DataLimitExceeded' });
});

ends('what a definition cannot do fails the execution, not the process', async () => {
  const wrong: readonly JsonObject[] = [
    { StartAt: 'X', States: {} },
    {},
    machine({ A: { Type: 'Nothing' } }),
    machine({ A: {} }),
    machine({ A: { Type: 'Pass', Next: 'X' } }),
    machine({ A: { Type: 'Task', End: true, TimeoutSeconds: 'x' } }),
    machine({ A: { Type: 'Map', ItemsPath: '$.x', End: true } }),
    machine({ A: { Type: 'Wait', Timestamp: 'soon', End: true } }),
    machine({ A: { Type: 'Wait', End: true } }),
    machine({ A: { Type: 'Choice', Choices: [{}] } }),
    machine({ A: { Type: 'Pass', InputPath: '$[', End: true } }),
  ];
  for (const definition of wrong) {
    const { result } = await run(definition);
    assert.is(result.status, 'FAILED', JSON.stringify(definition));
    assert.match(JSON.stringify(result), '"error":"States.');
  }
});

ends('a journal that cannot be written stops the execution where it is', async () => {
  const journal = memoryJournal();
  const full = new Error('no space left');
  const failing = {
    events: journal.events,
    append: (event: Event) => {
      if (journal.events.length === 4) throw full;
      journal.append(event);
    },
  };
  let error: unknown;
  try {
    await run(
      machine({ A: { ...task, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'A' }], End: true } }),
      {},
      { journal: failing },
    );
  } catch (thrown) {
    error = thrown;
  }
  assert.is(error, full);
  assert.is(journal.events.length, 4);
});

ends('thousands of states in a row take no stack', async () => {
  const states = Object.fromEntries(
    Array.from({ length: 5_000 }, (_, index) => [`S${index}`, { Type: 'Pass', Next: `S${index + 1}` }]),
  );
  const { result } = await run(
    { StartAt: 'S0', States: { ...states, S5000: { Type: 'Succeed' } } },
    { a: 1 },
  );
  assert.equal(result, { status: 'SUCCEEDED', output: { a: 1 } });
});

ends('other work gets its turn while states are passed', async () => {
  let ticks = 0;
  const timer = setInterval(() => ticks++, 1);
  await run(
    machine({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } }),
    {},
    { clock: virtualClock(0) },
  );
  clearInterval(timer);
  assert.ok(ticks > 10, `${ticks}`);
});

ends.run();
