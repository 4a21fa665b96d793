import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { exitsOf } from '../../src/compiler/flow/exits.js';
import { flowOf, reach, start } from '../../src/compiler/flow/graph.js';
import { wayTo } from '../../src/compiler/flow/way.js';
import { planOf } from '../plan.js';

const ways = suite('ways that go past a state');

const size = 7;
const names = Array.from({ length: size }, (_, index) => `S${index}`);

/** A state that leads to some others, now and then with a catcher or a test that skips it. */
const state = fc.record({
  next: fc.constantFrom(...names),
  other: fc.option(fc.constantFrom(...names), { nil: undefined }),
  kind: fc.constantFrom('choice', 'task', 'skipped'),
});

type Drawn = typeof state extends fc.Arbitrary<infer T> ? T : never;

const planWith = (states: readonly Drawn[]) => {
  const When = { Variable: '$.environment', StringEquals: 'a' };
  const written = states.map(({ next, other, kind }, index) => {
    const Catch = other === undefined ? {} : { Catch: [{ ErrorEquals: ['States.ALL'], Next: other }] };
    const value =
      kind === 'choice'
        ? { Type: 'Choice', Choices: [{ ...When, Next: other ?? next }], Default: next }
        : { Type: 'Task', Resource: 'r', Next: next, ...Catch, ...(kind === 'skipped' && { When }) };
    return [names[index]!, value];
  });
  return planOf(JSON.stringify({ Name: 'shop', States: Object.fromEntries(written) }));
};

ways('are found where there are any, and are ways', () => {
  const plans = fc.array(state, { minLength: size, maxLength: size });
  fc.assert(
    fc.property(plans, fc.constantFrom(...names), fc.constantFrom(...names), (states, to, past) => {
      const { machine } = planWith(states);
      const { graph, nodes } = flowOf(machine);
      const target = nodes.get(to)!.run;
      const avoided = new Set([nodes.get(past)!.done]);
      const way = wayTo(machine, target, avoided);
      assert.is(way !== undefined, reach(graph, [start], avoided).has(target));
      if (way === undefined) return;
      assert.is(way.states.at(-1), to);
      if (way.leaves.kind !== 'start') assert.is(way.states[0], way.leaves.state.name);
      for (const [index, name] of way.states.slice(0, -1).entries()) {
        const exits = exitsOf(machine.states.get(name)!).map((exit) => exit.to);
        const then = way.states[index + 1]!;
        // A state that is skipped leads on as if it were not there.
        assert.ok(
          exits.includes(then) || exits.some((other) => skips(machine, other, then)),
          `${name} → ${then}`,
        );
      }
    }),
  );
});

function skips(
  machine: ReturnType<typeof planWith>['machine'],
  from: string | undefined,
  to: string,
  seen: readonly string[] = [],
): boolean {
  const skipped = from === undefined ? undefined : machine.states.get(from);
  if (skipped === undefined || skipped.value.When === undefined || seen.includes(skipped.name)) return false;
  return (
    skipped.value.Next === to || skips(machine, skipped.value.Next as string, to, [...seen, skipped.name])
  );
}

ways.run();
