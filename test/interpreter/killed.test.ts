import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Event } from '../../src/engines/local/interpreter/journal.js';
import type { Call } from '../../src/engines/local/interpreter/run.js';
import type { Answer } from '../../src/ports/orchestrator.js';
import type { JsonObject } from '../../src/source/document.js';
import { run } from './machine.js';
import { doTask, machines } from './random-machine.js';

const killed = suite('executions that are killed');

const input = { items: ['a', 'b', 'c'] };

const go = (definition: JsonObject, events: readonly Event[], answers: Map<string, Answer>) =>
  run(definition, input, { events, answers, random: Math.random, task: (call) => doTask(call, answers) });

/** A task's visits are told apart by the id it is given, which is made at random when it is scheduled. */
const idOf = ({ arguments: given }: Call): string => (given as { readonly id: string }).id;
const scheduledIn = (events: readonly Event[]) =>
  new Map(
    events.flatMap(({ type, at, attempt, taskScheduledEventDetails: details }): [string, string][] =>
      type === 'TaskScheduled'
        ? [[JSON.parse((details as { readonly parameters: string }).parameters).id, `${at} ${attempt}`]]
        : [],
    ),
  );
const withOutcome = (events: readonly Event[]) =>
  new Set(
    events.flatMap(({ type, at, attempt }) =>
      /^Task(Succeeded|Failed|TimedOut)$/.test(type) ? [`${at} ${attempt}`] : [],
    ),
  );

/** Entered times differ: who goes on later waits later. */
const timeless = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

killed('go on from any event to the same end, and nothing that has an outcome is done again', async () => {
  await fc.assert(
    fc.asyncProperty(machines, fc.integer({ min: 1, max: 5 }), async (definition, every) => {
      const answers = new Map<string, Answer>();
      const whole = await go(definition, [], answers);
      assert.is(whole.result.status, 'SUCCEEDED');
      for (let length = 1; length <= whole.events.length; length += every) {
        const before = whole.events.slice(0, length);
        const rest = await go(definition, before, answers);
        assert.equal(timeless(rest.result), timeless(whole.result));
        const scheduled = scheduledIn(before);
        const done = withOutcome(before);
        for (const call of rest.calls) {
          const visit = scheduled.get(idOf(call));
          assert.is(call.resumed, visit !== undefined);
          assert.not(visit !== undefined && done.has(visit), `${visit} is done again`);
        }
        const ids = rest.events.map(({ id }) => id);
        assert.equal(
          ids,
          ids.map((_, index) => index + 1),
        );
        const exits = rest.events.filter(({ type }) => type.endsWith('StateExited')).map(({ at }) => at);
        assert.is(new Set(exits).size, exits.length);
      }
    }),
    { numRuns: 40 },
  );
});

killed.run();
