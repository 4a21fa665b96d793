import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Event } from '../../src/engines/local/interpreter/journal.js';
import { redriven } from '../../src/engines/local/interpreter/redrive.js';
import type { Call } from '../../src/engines/local/interpreter/run.js';
import { virtualClock } from '../../src/engines/local/virtual-clock.js';
import type { Answer } from '../../src/ports/orchestrator.js';
import { StatesError } from '../../src/ports/states-error.js';
import type { JsonObject } from '../../src/source/document.js';
import { run } from './machine.js';
import { doTask, machines } from './random-machine.js';

const killed = suite('executions that are killed');

/** Each event of a machine is a run of it, so what they cost grows with the square of them. */
const mostEvents = 150;

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

/** The state in `Deploy/0/Api#2`. */
const nameIn = (at: string): string => decodeURIComponent(at.split('/').at(-1)!.replace(/#\d+$/, ''));

killed('go on from any event to the same end, and nothing that has an outcome is done again', async () => {
  await fc.assert(
    fc.asyncProperty(machines, async (definition) => {
      const answers = new Map<string, Answer>();
      const whole = await go(definition, [], answers);
      assert.is(whole.result.status, 'SUCCEEDED');
      fc.pre(whole.events.length <= mostEvents);
      for (let length = 1; length <= whole.events.length; length++) {
        const before = whole.events.slice(0, length);
        const rest = await go(definition, before, answers);
        assert.equal(rest.result, whole.result);
        const scheduled = scheduledIn(before);
        const done = withOutcome(before);
        for (const call of rest.calls) {
          const visit = scheduled.get(idOf(call));
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
    { numRuns: 30 },
  );
});

killed('and when they are redriven, what has succeeded is not done again', async () => {
  await fc.assert(
    fc.asyncProperty(machines, fc.nat(), async (definition, chosen) => {
      const answers = new Map<string, Answer>();
      const whole = await go(definition, [], answers);
      fc.pre(whole.events.length <= mostEvents);
      const visits = [...scheduledIn(whole.events).values()].map((visit) => visit.split(' ')[0]!);
      const down = visits[chosen % Math.max(1, visits.length)];
      if (down === undefined) return;
      const failed = await run(definition, input, {
        answers,
        random: Math.random,
        task: (call) => {
          if (call.state === nameIn(down)) throw new StatesError('Down', 'for good');
          return doTask(call, answers);
        },
      });
      if (failed.result.status === 'SUCCEEDED') return;
      const clock = virtualClock(Date.parse(failed.events.at(-1)!.timestamp) + 1000);
      const events = [...failed.events, redriven(failed.events, clock)];
      const again = await go(definition, events, answers);
      assert.is(again.result.status, 'SUCCEEDED');
      const exited = new Set(
        failed.events.flatMap(({ type, at }) => (type === 'TaskStateExited' ? [at] : [])),
      );
      for (let length = events.length; length <= again.events.length; length++) {
        const before = again.events.slice(0, length);
        const rest = await go(definition, before, answers);
        assert.is(rest.result.status, 'SUCCEEDED');
        const scheduled = scheduledIn(rest.events);
        for (const call of rest.calls) {
          const visit = scheduled.get(idOf(call))!.split(' ')[0];
          assert.not(exited.has(visit), `${visit} is done again`);
        }
      }
    }),
    { numRuns: 20 },
  );
});

killed.run();
