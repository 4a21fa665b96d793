import { Ajv, type SchemaObject } from 'ajv';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { commands } from '../../src/cli/commands/index.js';
import { diagnosticsSchema } from '../../src/schema/published.js';
import { inFolder } from '../folder.js';
import { environmentRuns } from './environments/json-runs.js';
import { bad, good, plancc } from './plancc.js';

const written = suite('--json and its schema');

const schema = diagnosticsSchema() as SchemaObject;
const ajv = new Ajv({
  allErrors: true,
  allowUnionTypes: true,
  schemas: [schema],
});
const isValid = (command: string, value: unknown) =>
  ajv.validate({ $ref: `${schema.$id}#/definitions/${command}` }, value);

const all = commands.filter(({ options }) => 'json' in options).map(({ name }) => name);
/** Those of environments are run in `environments/json.test.ts`. */
const forms = all.filter((name) => !(name in environmentRuns));

/** Runs that end in every way a command can end, with their exit codes; `.` is a folder with a plan and a distribution. */
const runs: { readonly [command: string]: readonly (readonly [words: string, status: number])[] } = {
  validate: [
    ['.', 0],
    ['bad', 1],
    ['nowhere', 1],
    ['many', 1],
    ['. --fix', 0],
    ['misspelt --fix', 0],
  ],
  simulate: [
    ['.', 0],
    ['simulated', 1],
    ['bad', 1],
    ['nowhere', 1],
  ],
  build: [
    ['. --out again.zip', 0],
    ['bad', 1],
    ['nowhere', 1],
    ['. --out bad', 1],
  ],
  permissions: [
    ['.', 0],
    ['bad', 1],
    ['nowhere', 1],
  ],
  why: [
    ['small.zip --state Wait', 0],
    ['small.zip --history failed.json', 0],
    ['small.zip --state Nowhere', 1],
    ['nothing.zip --state Wait', 1],
  ],
  inspect: [
    ['small.zip', 0],
    ['nothing.zip', 1],
    ['plan.yaml', 1],
  ],
  verify: [
    ['small.zip', 0],
    ['nothing.zip', 1],
    ['plan.yaml', 1],
  ],
  init: [
    ['--list', 0],
    ['new', 0],
    ['new', 1],
    ['templated --template landscape', 0],
    ['found', 0],
  ],
};

const many = `${good}${Array.from({ length: 1100 }, (_, n) => `  S${n}: { Type: Pass, Next: Nowhere${n} }\n`).join('')}`;
const failed = [
  { id: 1, type: 'WaitStateEntered', stateEnteredEventDetails: { name: 'Wait' } },
  { id: 2, type: 'ExecutionFailed', executionFailedEventDetails: { error: 'E', cause: 'c' } },
];
const template = 'Resources: { Topic: { Type: AWS::SNS::Topic } }\n';

written('every command that has it has a schema, and is run here', () => {
  const shared = ['problem', 'manifest', 'news'];
  const described = Object.keys(schema.definitions).filter((name) => !shared.includes(name));
  assert.equal(described.sort(), [...all].sort());
  assert.equal(Object.keys(runs).sort(), [...forms].sort());
});

for (const command of forms) {
  written(
    `${command}: what it writes, and nothing less or more`,
    inFolder(
      {
        'plan.yaml': good,
        'bad/plan.yaml': bad,
        'many/plan.yaml': many,
        'misspelt/plan.yaml': good.replace('Seconds', 'Second'),
        'simulated/plan.yaml': good,
        'simulated/simulations.yaml': 'Cases: { one: {}, two: { Expect: { Error: Other } } }',
        'found/template.yaml': template,
        'failed.json': JSON.stringify(failed),
      },
      (cwd) => {
        plancc(['build', '--out', 'small.zip'], { cwd });
        for (const [words, expected] of runs[command]!) {
          const { status, stdout, stderr } = plancc([command, ...words.split(' '), '--json'], { cwd });
          const value = JSON.parse(stdout);
          assert.ok(isValid(command, value), `${words}: ${stdout.slice(0, 300)} ${ajv.errorsText()}`);
          assert.is(status, expected, `${words}: ${stdout}${stderr}`);
          for (const changed of changes(command, value))
            assert.not(isValid(command, changed), `${words}: ${JSON.stringify(changed).slice(0, 300)}`);
        }
      },
    ),
  );
}

/** The value with one field more. One field less, unless the fields that are left are another form by themselves. */
function* changes(command: string, value: { readonly [key: string]: unknown }): Generator<object> {
  yield { ...value, extra: 1 };
  const { problems } = value;
  if (Array.isArray(problems) && problems.length > 0)
    yield { ...value, problems: [{ ...problems[0], extra: 1 }] };
  for (const key of Object.keys(value).filter((key) => !optional[command]?.includes(key))) {
    const { [key]: _, ...rest } = value;
    yield rest;
  }
}

const optional: { readonly [command: string]: readonly string[] } = {
  init: ['template', 'name'],
  validate: ['omittedProblems', 'fixed'],
  simulate: ['cases'],
  why: ['error', 'cause', 'event'],
};

written.run();
