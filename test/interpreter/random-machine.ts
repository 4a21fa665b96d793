import { hash } from 'node:crypto';
import fc from 'fast-check';
import type { Call } from '../../src/engines/local/interpreter/run.js';
import { objectOr } from '../../src/language/json.js';
import type { Answer } from '../../src/ports/orchestrator.js';
import { StatesError } from '../../src/ports/states-error.js';
import type { Json, JsonObject } from '../../src/source/document.js';

type Block =
  | { readonly kind: 'pass' | 'wait' | 'loop' | 'ok' | 'retried' | 'caught' | 'token' | 'slow' | 'jsonata' }
  | { readonly kind: 'parallel'; readonly branches: readonly (readonly Block[])[] }
  | { readonly kind: 'map'; readonly body: readonly Block[]; readonly distributed: boolean };

const simple = fc.constantFrom<Block>(
  { kind: 'pass' },
  { kind: 'wait' },
  { kind: 'loop' },
  { kind: 'ok' },
  { kind: 'retried' },
  { kind: 'caught' },
  { kind: 'token' },
  { kind: 'slow' },
  { kind: 'jsonata' },
);
const { blocks } = fc.letrec<{ block: Block; blocks: readonly Block[] }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'nested' },
    { weight: 4, arbitrary: simple },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('parallel' as const),
        branches: fc.array(tie('blocks'), { minLength: 1, maxLength: 3, depthIdentifier: 'nested' }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('map' as const),
        body: tie('blocks'),
        distributed: fc.boolean(),
      }),
    },
  ),
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 4, depthIdentifier: 'nested' }),
}));

/** Machines of all kinds of states, none of which fails for good. */
export const machines = blocks.map((all) => machineOf(all, { count: 0 }));

function machineOf(all: readonly Block[], names: { count: number }): JsonObject {
  const first = names.count;
  const states: { [name: string]: JsonObject } = {};
  const name = (index: number, kind: string) => `${kind} ${index}`;
  const indexes = all.map(() => names.count++);
  all.forEach((block, at) => {
    const own = name(indexes[at]!, block.kind);
    const next = at + 1 < all.length ? name(indexes[at + 1]!, all[at + 1]!.kind) : 'End';
    Object.assign(states, statesOf(block, own, next, names));
  });
  const end = `End ${first}`;
  for (const [key, state] of Object.entries(states)) states[key] = renamed(state, end);
  states[end] = { Type: 'Succeed' };
  return { StartAt: name(first, all[0]!.kind), States: states };
}

const renamed = (state: JsonObject, end: string): JsonObject =>
  JSON.parse(JSON.stringify(state).replace(/"(Next|Default)":"End"/g, `"$1":"${end}"`));

const given = {
  'input.$': '$',
  'attempt.$': '$$.State.RetryCount',
  'entered.$': '$$.State.EnteredTime',
  'id.$': 'States.UUID()',
};
const task = (resource: string, own: string, next: string, more: JsonObject = {}): JsonObject => ({
  Type: 'Task',
  Resource: `arn:aws:states:::${resource}`,
  Parameters: given,
  ResultPath: `$['${own}']`,
  Next: next,
  ...more,
});

function statesOf(
  block: Block,
  own: string,
  next: string,
  names: { count: number },
): { [name: string]: JsonObject } {
  const caught = [
    { ErrorEquals: ['States.ALL'], Next: next, ResultPath: `$['${own}']`, Assign: { last: own } },
  ];
  switch (block.kind) {
    case 'pass':
      return {
        [own]: { Type: 'Pass', Result: own, ResultPath: `$['${own}']`, Assign: { last: own }, Next: next },
      };
    case 'wait':
      return { [own]: { Type: 'Wait', Seconds: 7, Next: next } };
    case 'jsonata':
      return {
        [own]: {
          Type: 'Pass',
          QueryLanguage: 'JSONata',
          Output: `{% $merge([$states.input, {"${own}": $exists($last) ? $last : "none"}]) %}`,
          Assign: { last: '{% $states.context.State.Name %}' },
          Next: next,
        },
      };
    case 'loop':
      return {
        [own]: { Type: 'Pass', Result: { n: 0 }, ResultPath: '$.count', Next: `${own} again` },
        [`${own} again`]: task('lambda:invoke', 'seen', `${own} more`),
        [`${own} more`]: {
          Type: 'Pass',
          Parameters: { 'n.$': 'States.MathAdd($.count.n, 1)' },
          ResultPath: '$.count',
          Next: `${own} done`,
        },
        [`${own} done`]: {
          Type: 'Choice',
          Choices: [{ Variable: '$.count.n', NumericLessThan: 3, Next: `${own} again` }],
          Default: next,
        },
      };
    case 'ok':
      return { [own]: task('lambda:invoke', own, next) };
    case 'retried':
      return {
        [own]: task('lambda:invoke', own, next, {
          Retry: [{ ErrorEquals: ['Passing'], MaxAttempts: 3, JitterStrategy: 'FULL' }],
        }),
      };
    case 'caught':
      return { [own]: task('lambda:invoke', own, next, { Catch: caught }) };
    case 'token':
      return {
        [own]: task('sqs:sendMessage.waitForTaskToken', own, next, {
          Parameters: { ...given, 'token.$': '$$.Task.Token' },
          HeartbeatSeconds: 60,
        }),
      };
    case 'slow':
      return { [own]: task('lambda:invoke', own, next, { TimeoutSeconds: 11, Catch: caught }) };
    case 'parallel':
      return {
        [own]: {
          Type: 'Parallel',
          Branches: block.branches.map((branch) => machineOf(branch, names)),
          ResultPath: `$['${own}']`,
          Next: next,
        },
      };
    case 'map':
      return {
        [own]: {
          Type: 'Map',
          ItemSelector: {
            'item.$': '$$.Map.Item.Value',
            'index.$': '$$.Map.Item.Index',
            'items.$': '$.items',
          },
          ItemsPath: '$.items',
          MaxConcurrency: 2,
          ItemProcessor: {
            ...machineOf(block.body, names),
            ProcessorConfig: { Mode: block.distributed ? 'DISTRIBUTED' : 'INLINE' },
          },
          ResultPath: `$['${own}']`,
          Next: next,
        },
      };
  }
}

/** What the tasks of such a machine do: always the same at the same attempt. */
export function doTask(call: Call, answers: Map<string, Answer>): Json | Promise<Json> {
  const [kind] = call.state.split(' ');
  if (kind === 'caught') throw new StatesError('Lasting', call.state);
  if (kind === 'retried' && call.attempt < 2) throw new StatesError('Passing', call.state);
  if (kind === 'slow') return new Promise(() => {});
  if (call.token !== undefined) answers.set(call.token, { output: { state: call.state } });
  // Iterations have different inputs, but the arguments have ids that are made at random, too.
  const { input = null } = objectOr(call.arguments);
  return { state: call.state, given: hash('sha256', JSON.stringify(input)) };
}
