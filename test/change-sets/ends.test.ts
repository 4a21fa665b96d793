import type { StackStatus } from '@aws-sdk/client-cloudformation';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Client } from '../../src/engines/aws/stacks/client.js';
import { conditions } from '../../src/engines/aws/stacks/conditions.js';
import { reconcile } from '../../src/engines/aws/stacks/index.js';
import { changeSetName } from '../../src/engines/aws/stacks/look.js';
import type { StackRequest } from '../../src/ports/stacks.js';
import { createModel, fault, type Model } from './model.js';
import { clientOf } from './model-client.js';

const ends = suite('every attempt at a stack comes to its end');

const request = (more: Partial<StackRequest>): StackRequest => ({
  action: 'Deploy',
  name: 'shop',
  template: 'a new one',
  parameters: { Size: '3' },
  secret: [],
  tags: {},
  capabilities: [],
  disableRollback: false,
  token: 'attempt-1',
  ...more,
});

type Trouble = 'none' | 'killed before' | 'killed after' | 'throttled' | 'lost';

/** A client that has a trouble with each request, as long as there are some left. */
function troubled(client: Client, troubles: readonly Trouble[]): Client {
  const left = [...troubles];
  const send = async (command: never): Promise<object> => {
    const trouble = left.shift() ?? 'none';
    if (trouble === 'killed before') throw new Error('killed');
    if (trouble === 'throttled') throw fault('ThrottlingException', 'Rate exceeded');
    const answer = await client.send(command);
    if (trouble === 'killed after') throw new Error('killed');
    if (trouble === 'lost') throw fault('TimeoutError', 'the connection was cut');
    return answer as object;
  };
  return { send } as unknown as Client;
}

/** Asks until there is an answer; gives up after so many calls. */
async function ask(asked: StackRequest, client: Client, model: Model) {
  const means = { client, roleArn: 'arn:role', putTemplate: async (text: string) => text };
  for (let calls = 1; calls <= 150; calls++) {
    // Two calls of the worker at the same time are one attempt.
    const results = await Promise.all(
      [asked, asked].map((one) =>
        reconcile(one, means).catch((error: Error) => {
          if (error.message !== 'killed') throw error;
          return { status: 'in progress' } as const;
        }),
      ),
    );
    const result = results.find(({ status }) => status !== 'in progress');
    if (result !== undefined) return result;
    model.tick();
  }
  throw new Error(`no end; the stack is in ${model.stack?.status}`);
}

const still = (Object.keys(conditions) as StackStatus[]).filter(
  (status) => conditions[status] !== 'busy' && conditions[status] !== 'gone',
);
const begin = fc.oneof(
  fc.constant(undefined),
  fc.record({ status: fc.constantFrom(...still), isProtected: fc.boolean(), isSame: fc.boolean() }),
);
const trouble = fc.constantFrom<Trouble>(
  'none',
  'none',
  'killed before',
  'killed after',
  'throttled',
  'lost',
);

const cases = fc.record({
  begin,
  asked: fc.record(
    {
      action: fc.constantFrom('Deploy' as const, 'Deploy' as const, 'Delete' as const),
      disableRollback: fc.boolean(),
      terminationProtection: fc.boolean(),
    },
    { requiredKeys: ['action'] },
  ),
  troubles: fc.array(trouble, { maxLength: 40 }),
  fails: fc.array(fc.boolean(), { maxLength: 4 }),
  forgets: fc.boolean(),
  paces: fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 8 }),
});

const outcomes = { done: 0, healed: 0, failed: 0, deleted: 0 };

ends('whatever is there, whatever fails, wherever it is killed', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ begin, asked, troubles, fails, forgets, paces }) => {
      const left = [...fails];
      let failed = false;
      let pace = 0;
      const model = createModel({
        forgets,
        fails: () => {
          const isNow = left.shift() ?? false;
          failed ||= isNow;
          return isNow;
        },
        pace: () => paces[pace++ % paces.length]!,
      });
      if (begin !== undefined) {
        const { status, isProtected, isSame } = begin;
        const template = status === 'REVIEW_IN_PROGRESS' ? undefined : isSame ? 'a new one' : 'an old one';
        model.put(status, { isProtected, template });
      }
      const wanted = request(asked);
      const result = await ask(wanted, troubled(clientOf(model), troubles), model);
      const own = model.executed.filter((id) => id.includes(`/${changeSetName(wanted.token)}/`));
      assert.ok(own.length <= 1, 'its change set is executed once at most');
      if (result.status === 'failed') {
        outcomes.failed++;
        assert.ok(result.reason.length > 10, result.reason);
        const isStuck = begin !== undefined && conditions[begin.status] === 'stuck';
        const hadToGo = /is protected|TerminationProtection/.test(result.reason);
        // What was left half done looks as if nothing were to be changed in it.
        const isHalf = begin?.isSame && begin.status.endsWith('_FAILED');
        assert.ok(failed || isStuck || (begin?.isProtected && hadToGo) || isHalf, result.reason);
      } else if (wanted.action === 'Delete') {
        outcomes.deleted++;
        assert.is(model.stack, undefined);
      } else {
        outcomes.done++;
        if (begin !== undefined && conditions[begin.status] === 'never made') outcomes.healed++;
        const { status, template, isProtected } = model.stack!;
        assert.is(template, 'a new one');
        assert.ok(/^(made|rolled back)$/.test(conditions[status]), status);
        if (asked.terminationProtection !== undefined) assert.is(isProtected, asked.terminationProtection);
        assert.equal(result, { ...result, outputs: { Url: 'a new one' } });
      }
    }),
    { numRuns: 800 },
  );
  for (const [outcome, count] of Object.entries(outcomes)) assert.ok(count > 0, `${outcome}: ${count}`);
});

ends.run();
