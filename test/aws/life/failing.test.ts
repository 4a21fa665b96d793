import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as assert from 'uvu/assert';
import { createFunction, createRole, settings } from '../emulator/account.js';
import { type Life, onAccount } from './harness.js';

const failing = onAccount('states that fail in AWS', ['dev']);

const documents = 'documents-of-others';

/** States that fail, each with the error that its \`Catch\` names, and what the cause says. */
const states: readonly (readonly [name: string, state: object, error: string, cause: RegExp])[] = [
  [
    'Stack',
    { Type: 'cfn', Properties: { StackName: 'bad', Template: 'bad.yaml' } },
    'StackFailed',
    /`?Queue`?.*fifo/is,
  ],
  ['App', { Type: 'sam', Properties: { Path: 'app', StackName: 'app' } }, 'StackFailed', /Queue.*fifo/s],
  ['Function', { Type: 'lambda', Properties: { FunctionName: 'broken' } }, 'TypeError', /of undefined/],
  ['Job', { Type: 'runner', Properties: { Commands: ['exit 3'] } }, 'JobFailed', /3/],
  [
    'Slow job',
    { Type: 'runner', TimeoutSeconds: 4, Properties: { Commands: ['sleep 30'] } },
    'JobTimedOut',
    /./,
  ],
  ['No', { Type: 'approval' }, 'ApprovalRejected', /not today/],
  ['Nobody', { Type: 'approval', TimeoutSeconds: 1 }, 'ApprovalTimedOut', /./],
  [
    'Values',
    {
      Type: 'import',
      Properties: { From: { Bucket: documents, Key: 'stack.json' }, Outputs: { Url: '$.outputs.Url' } },
    },
    'ImportFailed',
    /`\$\.outputs\.Url`, the path of `Url`, leads to nothing in s3:\/\/documents-of-others\/stack\.json/,
  ],
  [
    'Native',
    {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Parameters: { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/nowhere', MessageBody: 'x' },
    },
    'States.TaskFailed',
    /./,
  ],
];

/** Each state that fails is caught, and what was caught is noted. */
const plan = {
  Name: 'failing',
  Version: '1.0.0',
  Outputs: Object.fromEntries(
    states.map(([name]) => [name.replace(' ', ''), `\${{ States["${name} noted"] }}`]),
  ),
  States: {
    ...Object.fromEntries(
      states.flatMap(([name, state, error]) => [
        [
          name,
          {
            ...state,
            Next: 'Not failed',
            Catch: [{ ErrorEquals: [error], ResultPath: '$.error', Next: `${name} noted` }],
          },
        ],
        [
          `${name} noted`,
          {
            Type: 'Pass',
            Parameters: { error: '${{ Error.Error }}', cause: '${{ Error.Cause }}' },
            ResultPath: `$.output['${name} noted']`,
          },
        ],
      ]),
    ),
    Done: { Type: 'Succeed' },
    'Not failed': { Type: 'Fail', Error: 'NotFailed' },
  },
};

const project = {
  'plan.json': JSON.stringify(plan),
  'bad.yaml':
    'Resources: { Queue: { Type: AWS::SQS::Queue, Properties: { QueueName: no-suffix, FifoQueue: true } } }',
  'app/template.yaml': `
Transform: AWS::Serverless-2016-10-31
Resources:
  Table: { Type: AWS::Serverless::SimpleTable }
  Queue: { Type: AWS::SQS::Queue, Properties: { QueueName: no-suffix, FifoQueue: true } }
`,
};

async function newBroken({ emulator }: Life): Promise<void> {
  const role = await createRole(emulator, 'broken', { Service: 'lambda.amazonaws.com' });
  await createFunction(emulator, 'broken', role, 'exports.handler = async () => undefined.here;');
}

async function newDocument({ emulator }: Life): Promise<void> {
  const s3 = new S3Client(settings(emulator));
  await s3.send(new CreateBucketCommand({ Bucket: documents }));
  await s3.send(new PutObjectCommand({ Bucket: documents, Key: 'stack.json', Body: '{"outputs": {}}' }));
}

failing.test('the error of every type of state is caught by its name', async (life) => {
  await Promise.all([newBroken(life), newDocument(life)]);
  life.project('failing', project);
  await Promise.all([
    life.done('deploy failing --env dev'),
    life.waiting('dev').then(() => life.done(`reject failing --env dev --state No -m 'not today'`)),
  ]);
  const { outputs } = JSON.parse(await life.done('output failing --env dev --json'));
  for (const [name, , caught, cause] of states) {
    const noted = outputs[name.replace(' ', '')];
    const isByTime = /TimedOut$/.test(caught);
    // An error of an integration has its own name, which `States.TaskFailed` stands for.
    if (name === 'Native') assert.match(noted.error, /^SQS\./, name);
    else assert.is(noted.error, isByTime ? 'States.Timeout' : caught, name);
    if (!isByTime) assert.match(noted.cause, cause, name);
  }
});

const queue = (version: string, properties: object, more: object = {}) => ({
  'plan.json': JSON.stringify({
    Name: 'queue',
    Version: version,
    States: { Queue: { Type: 'cfn', Properties: { StackName: 'queue', Template: 'queue.json' } } },
    ...more,
  }),
  'queue.json': JSON.stringify({ Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: properties } } }),
});
const unfit = { QueueName: 'no-suffix', FifoQueue: true };

failing.test(
  'what nobody catches ends the deployment, and a stack that was rolled back is made anew',
  async (life) => {
    life.project('queue', queue('1.0.0', unfit));
    const failed = await life.done('deploy queue --env dev', { status: 1 });
    assert.match(failed, 'queue 1.0.0 failed in dev');
    const why = await life.done('why queue --env dev');
    assert.match(why, /plan\.json:1:\d+: `Queue` \(cfn\) failed with StackFailed/);
    assert.match(why, 'Queue name must end in .fifo for FIFO queues');
    life.project('queue', queue('1.0.1', { ...unfit, QueueName: 'with.fifo' }));
    assert.match(await life.done('deploy queue --env dev'), 'queue 1.0.1 runs in dev');
  },
);

failing.test('the stack of a plan that cannot be made', async (life) => {
  const Resources = { Own: { Type: 'AWS::SQS::Queue', Properties: unfit } };
  life.project('queue', queue('1.1.0', {}, { Resources }));
  const failed = await life.done('deploy queue --env dev', { status: 1 });
  assert.match(failed, 'queue 1.1.0 failed in dev');
  assert.match(failed, 'StackFailed: plancc-dev--queue: Own (AWS::SQS::Queue) failed to create');
  assert.match(await life.done('status --env dev'), /queue +1\.0\.1/);
});

failing.run();
