import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { assignedBefore } from '../../src/compiler/flow/variables.js';
import type { Plan } from '../../src/language/plan.js';
import { planOf } from '../plan.js';

const variables = suite('variables that have a value');

const stateOf = (plan: Plan, name: string) => plan.states.find((state) => state.name === name)!;
const when = (plan: Plan, state: string, variable = 'x') =>
  assignedBefore(stateOf(plan, state), variable).when;

/** A state of a random machine: where it leads to, by number, and on which of these ways it assigns. */
interface Draft {
  readonly type: 'Pass' | 'Choice' | 'Task';
  readonly next: readonly number[];
  readonly assigns: readonly boolean[];
}

const drafts = fc.integer({ min: 2, max: 6 }).chain((size) =>
  fc.array(
    fc.record({
      type: fc.constantFrom('Pass' as const, 'Choice' as const, 'Task' as const),
      next: fc.array(fc.nat(size - 1), { minLength: 2, maxLength: 2 }),
      assigns: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
    }),
    { minLength: size, maxLength: size },
  ),
);

function stateFrom({ type, next, assigns }: Draft): object {
  const [first, second] = next.map((to) => `S${to}`);
  const [one, two] = assigns.map((assign) => (assign ? { Assign: { x: 1 } } : {}));
  switch (type) {
    case 'Pass':
      return { Type: type, Next: first, ...one };
    case 'Choice':
      return {
        Type: type,
        Choices: [{ Variable: '$.a', IsNull: true, Next: first, ...one }],
        Default: second,
        ...two,
      };
    case 'Task':
      return {
        Type: type,
        Next: first,
        ...one,
        Catch: [{ ErrorEquals: ['States.ALL'], Next: second, ...two }],
      };
  }
}

/** By walking: every pair of a state and whether the variable is assigned there that an execution may come to. */
function walked(list: readonly Draft[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (state: number, assigned: boolean) => {
    if (seen.has(`${state} ${assigned}`)) return;
    seen.add(`${state} ${assigned}`);
    const { type, next, assigns } = list[state]!;
    for (const [way, to] of next.entries()) {
      if (type !== 'Pass' || way === 0) visit(to, assigned || assigns[way]!);
    }
  };
  visit(0, false);
  return seen;
}

variables('agree with a walk over random machines', () => {
  fc.assert(
    fc.property(drafts, (list) => {
      const states = Object.fromEntries(list.map((draft, index) => [`S${index}`, stateFrom(draft)]));
      const plan = planOf(JSON.stringify({ StartAt: 'S0', States: states }));
      const seen = walked(list);
      for (const index of list.keys()) {
        const [without, after] = [seen.has(`${index} false`), seen.has(`${index} true`)];
        if (!without && !after) continue;
        const expected = without ? (after ? 'sometimes' : 'never') : 'always';
        assert.is(when(plan, `S${index}`), expected, JSON.stringify(states));
      }
    }),
    { numRuns: 300 },
  );
});

const scopes = planOf(`
States:
  First: { Type: Pass, Assign: { x: 1 } }
  Sides:
    Type: Parallel
    Branches:
      - { States: { Left: { Type: Pass, Assign: { own: 1 } }, Left end: { Type: Pass } } }
      - { States: { Right: { Type: Pass } } }
  Each:
    Type: Map
    ItemProcessor:
      ProcessorConfig: { Mode: DISTRIBUTED, ExecutionType: STANDARD }
      States: { Item: { Type: Pass } }
  Skipped: { Type: Pass, When: { Variable: $.a, IsNull: true }, Assign: { maybe: 1 } }
  Last: { Type: Pass }
`);

variables('are seen inside, not beside, outside or in a distributed Map', () => {
  assert.is(when(scopes, 'First'), 'never');
  assert.is(when(scopes, 'Right'), 'always');
  assert.is(when(scopes, 'Left', 'own'), 'never');
  assert.is(when(scopes, 'Left end', 'own'), 'always');
  assert.is(when(scopes, 'Right', 'own'), 'never');
  assert.is(when(scopes, 'Last', 'own'), 'never');
  assert.is(when(scopes, 'Each'), 'always');
  assert.is(when(scopes, 'Item'), 'never');
});

variables('of a state that may be skipped are there at times', () => {
  assert.is(when(scopes, 'Last', 'maybe'), 'sometimes');
});

variables('are found in a long plan, where each state assigns one', () => {
  const states = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `S${index}`,
        {
          Type: 'Task',
          Assign: { x: 1, [`v${index}`]: 1 },
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'S0' }],
        },
      ]),
    );
  const plan = planOf(JSON.stringify({ States: states(3000) }));
  for (const [index, state] of plan.states.entries()) {
    assert.is(assignedBefore(state, 'x').when, index === 0 ? 'sometimes' : 'always');
    if (index > 0) assert.is(assignedBefore(state, `v${index - 1}`).when, 'always');
  }
});

variables.run();
