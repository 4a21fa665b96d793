import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { StackRecord } from '../../src/engines/local/stacks/record.js';
import { newStacks } from './stacks.js';

const random = suite('recorded stacks, against a model of them');

const ids = ['A', 'B', 'C', 'D'] as const;

/** What a resource is like: absent, or with a value. */
type Wanted = { readonly [id in (typeof ids)[number]]?: string | undefined };

interface Attempt {
  readonly wanted: Wanted;
  readonly fails: boolean;
  readonly keeps: boolean;
  readonly deletes: boolean;
}

const value = fc.option(fc.constantFrom('x', 'y'), { nil: undefined });
const attempt: fc.Arbitrary<Attempt> = fc.record({
  wanted: fc
    .record({ A: value, B: value, C: value, D: value })
    .filter((wanted) => Object.values(wanted).some((one) => one !== undefined)),
  fails: fc.boolean(),
  keeps: fc.boolean(),
  deletes: fc.nat(4).map((number) => number === 0),
});

const present = (wanted: Wanted): Wanted =>
  Object.fromEntries(Object.entries(wanted).filter(([, one]) => one !== undefined));

const template = (wanted: Wanted): string =>
  JSON.stringify({
    Resources: Object.fromEntries(
      Object.entries(wanted).map(([id, DisplayName]) => [
        id,
        { Type: 'AWS::SNS::Topic', Properties: { DisplayName } },
      ]),
    ),
  });

/** Changes as `+A`, `~B`, `-C`, sorted. */
const difference = (before: Wanted, after: Wanted): readonly string[] =>
  ids.flatMap((id) => {
    if (before[id] === after[id]) return [];
    if (before[id] === undefined) return [`+${id}`];
    return [after[id] === undefined ? `-${id}` : `~${id}`];
  });

const signs = { Add: '+', Modify: '~', Remove: '-' } as const;

random('resources and changes are those of the model, whatever fails', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(attempt, { maxLength: 8 }), async (attempts) => {
      const { deploy, remove, rehearsed, folder } = newStacks();
      let there: Wanted = {};
      for (const { wanted, fails, keeps, deletes } of attempts) {
        const next = deletes ? {} : present(wanted);
        const changes = difference(there, next);
        // The last resource fails: without a rollback all others are made by then, and none is removed yet.
        const last = Object.keys(next).at(-1);
        if (fails && !deletes) rehearsed.set('test-shop', last!);
        else rehearsed.clear();
        const result = deletes ? await remove() : await deploy(template(next), { disableRollback: keeps });
        if (rehearsed.size > 0) {
          assert.is(result.status, 'failed');
          const isTouched = changes.some((change) => change.endsWith(last!));
          const { [last as 'A']: old } = there;
          const { [last as 'A']: _, ...done } = next;
          if (keeps && isTouched) there = present({ ...there, ...done, [last!]: old });
        } else {
          assert.is(result.status, 'done');
          const made = result.status === 'done' ? result.changes : [];
          assert.equal(
            made.map(({ action, logicalId }) => signs[action] + logicalId).sort(bySecond),
            changes,
          );
          there = next;
        }
        if (!deletes) assert.equal(recorded(folder), there);
      }
    }),
    { numRuns: 60 },
  );
});

const bySecond = (a: string, b: string): number => (a[1]! < b[1]! ? -1 : 1);

function recorded(folder: string): Wanted {
  const { resources }: StackRecord = JSON.parse(readFileSync(join(folder, 'local/test-shop.json'), 'utf8'));
  return Object.fromEntries(
    Object.entries(resources).map(([id, { properties }]) => [id, String(properties.DisplayName)]),
  );
}

random.run();
