import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { locate } from '../../src/diagnostics/locate.js';
import { checkMocks } from '../../src/engines/local/mocks/check.js';
import { inEnvironment } from '../../src/engines/local/mocks/environment.js';
import { mockFor, objectIn, overlaid, resultIn } from '../../src/engines/local/mocks/mocks.js';
import { readMocks } from '../../src/engines/local/mocks/read.js';
import { createValues } from '../../src/engines/local/values.js';

const reading = suite('mocks.yaml');

/** What is wrong with a text, as `line:column code message | help`. */
function wrong(
  text: string,
  plan?: { states: Record<string, string>; runners: readonly string[] },
): readonly string[] {
  const { problems, document } = readMocks(text);
  const unknown = plan ? checkMocks(document, { ...plan, states: new Map(Object.entries(plan.states)) }) : [];
  return locate([...problems, ...unknown], new Map([['mocks.yaml', document]])).map(
    ({ code, message, help, start }) => `${start?.line}:${start?.column} ${code} ${message} | ${help}`,
  );
}

const all = `
States:
  Refresh cache: { Return: { Id: I1 } }
  Smoke test:
    - Throw: { Error: States.TaskFailed }
    - Throw: { Error: Cold, Cause: the cache is cold }
    - Return: null
Parameters:
  /shop/\${{ Environment }}/domain: \${{ Environment }}.example.com
  /shop/production/domain: shop.example.com
Secrets: { password: not-a-real-one }
Functions: { find: [1, 2] }
Objects:
  settings/webshop.json: { a: "\${{ Environment }}", literal: "$\${{ x }}" }
  settings/list.csv: "a,b\\n1,2\\n"
Runners: { tools: { Startup: [], Path: [mocks/bin] } }
`;

reading('what is right has no problems', () => {
  const plan = {
    states: { 'Refresh cache': 'Task', 'Smoke test': 'lambda', Wait: 'Wait' },
    runners: ['tools'],
  };
  assert.equal(wrong(all, plan), []);
});

reading('attempts take what a list says, the last one again and again', () => {
  const { mocks } = readMocks(all);
  assert.equal(mockFor(mocks, 'Refresh cache', 7), { Return: { Id: 'I1' } });
  assert.equal(
    [0, 1, 2, 3].map((attempt) => mockFor(mocks, 'Smoke test', attempt)),
    [
      { Throw: { Error: 'States.TaskFailed' } },
      { Throw: { Error: 'Cold', Cause: 'the cache is cold' } },
      { Return: null },
      { Return: null },
    ],
  );
  assert.is(mockFor(mocks, 'constructor', 0), undefined);
});

reading('the name of the environment is put in, and what is written out wins', async () => {
  const { mocks } = readMocks(all);
  const dev = createValues(inEnvironment(mocks, 'dev'));
  const production = createValues(inEnvironment(mocks, 'production'));
  assert.is(await dev.ssm('/shop/dev/domain'), 'dev.example.com');
  assert.is(await dev.ssm('/shop/staging/domain'), undefined);
  assert.is(await production.ssm('/shop/production/domain'), 'shop.example.com');
  assert.is(await dev.document('settings', 'webshop.json', undefined), '{"a":"dev","literal":"${{ x }}"}');
  assert.is(await dev.secret('password'), 'not-a-real-one');
});

reading('text of objects is as it is; functions go by name and by ARN', () => {
  const { mocks } = readMocks(all);
  assert.is(objectIn(mocks, 'settings', 'list.csv'), 'a,b\n1,2\n');
  assert.equal(resultIn(mocks, 'arn:aws:lambda:eu-west-1:123456789012:function:find:live'), [1, 2]);
  assert.is(resultIn(mocks, 'arn:aws:lambda:eu-west-1:123456789012:function:seek'), undefined);
});

reading('mocks over mocks', () => {
  const over = overlaid(readMocks(all).mocks, { States: { 'Smoke test': { Return: 1 } } });
  assert.equal(mockFor(over, 'Smoke test', 0), { Return: 1 });
  assert.equal(mockFor(over, 'Refresh cache', 0), { Return: { Id: 'I1' } });
});

const mistakes: { readonly [text: string]: string | readonly string[] } = {
  'State: { A: { Return: 1 } }':
    '1:1 PLAN1003 `State` is not a field of mocks | did you mean `States`? fields: States, Parameters, Secrets, Functions, Objects, Runners',
  'States: { A: { Retrun: 1 } }':
    '1:16 PLAN1003 `Retrun` is not a field of `States.A` | did you mean `Return`?',
  'States: { A: {} }':
    '1:11 PLAN1002 `States.A` has none of `Return`, `Throw` | add one of them, such as `Return: { … }`',
  'States: { A: [] }':
    '1:14 PLAN1005 `A` must be a list of at least one result, but is an empty list | write at least one',
  'States: { A: { Return: 1, Throw: { Error: X } } }':
    '1:27 PLAN1009 `States.A` can have only one of `Return`, `Throw` | keep one of them',
  'States: { A: { Throw: { Cause: X } } }':
    '1:16 PLAN1002 `States.A.Throw` has no `Error` | add it, such as `Error: States.TaskFailed`',
  'States: { A: [{ Throw: X }, 3] }': [
    '1:24 PLAN1005 `Throw` must be an object, but is `X` | undefined',
    '1:29 PLAN1005 `A[1]` must be an object, but is the number 3 | undefined',
  ],
  'Parameters: { /a/b: 12 }':
    '1:21 PLAN1005 `/a/b` must be text, but is the number 12 | put it in quotes: "12"',
  'Objects: { settings: {} }':
    '1:12 PLAN1010 `settings` cannot be a name in `Objects`: it has no `/` | names there have a bucket, `/`, and the key of an object in it',
  'Runners: { tools: { Path: mocks/bin } }':
    '1:27 PLAN1005 `Path` must be a list, but is `mocks/bin` | write it as a list: `Path: [mocks/bin]`',
  'Functions: { f: "${{ States.A.b }}", g: "${{ Environment" }': [
    '1:18 PLAN7062 `States.A.b` is not known here, only `Environment` is | write the value itself',
    '1:42 PLAN4001 `${{` is not closed by `}}` | write `$${{` for the characters themselves',
  ],
};

reading('a file that says nothing is right', () => {
  assert.equal(wrong(''), []);
  assert.equal(wrong('# nothing yet'), []);
});

reading('each mistake is told once, with its place', () => {
  assert.equal(wrong('- a'), [
    'undefined:undefined PLAN7063 mocks are an object with `States`, `Parameters`, `Functions` and the like, but this is a list | write `States: { <name of a state>: { Return: { … } } }`',
  ]);
  for (const [text, told] of Object.entries(mistakes)) assert.equal(wrong(text), [told].flat(), text);
});

reading('names that the plan does not have, and states that call nothing', () => {
  const plan = { states: { 'Smoke test': 'lambda', Wait: 'Wait' }, runners: ['tools'] };
  assert.equal(
    wrong('States: { Smoke tests: { Return: 1 }, Wait: { Return: 1 } }\nRunners: { tool: {} }', plan),
    [
      '1:11 PLAN7060 `Smoke tests` is not a state of the plan | did you mean `Smoke test`?',
      '1:39 PLAN7061 `Wait` is a `Wait` state, which calls nothing that could be mocked | leave it out: it runs as it is',
      '2:12 PLAN7060 `tool` is not a runner of the plan | did you mean `tools`?',
    ],
  );
});

reading.run();
