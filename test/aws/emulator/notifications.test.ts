import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { CreateEventSourceMappingCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  CreateBucketCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import * as assert from 'uvu/assert';
import { assumeRole, createFunction, createRole, createUser, settings } from './account.js';
import type { Credentials, Emulator } from './index.js';
import { onEmulator } from './suite.js';
import { until } from './until.js';

const notifications = onEmulator('emulator: notifications', { redelivery: 0.1 });

async function createQueue(emulator: Emulator, name: string, attributes: { [name: string]: string } = {}) {
  const sqs = new SQSClient(settings(emulator));
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes: attributes }));
  return { QueueUrl: QueueUrl!, arn: `arn:aws:sqs:us-east-1:123456789012:${name}` };
}

async function notify(emulator: Emulator, Bucket: string, QueueArn: string) {
  const s3 = new S3Client(settings(emulator));
  await s3.send(new CreateBucketCommand({ Bucket }));
  const FilterRules = [
    { Name: 'prefix' as const, Value: 'environments/' },
    { Name: 'suffix' as const, Value: '.json' },
  ];
  const configuration = {
    QueueArn,
    Events: ['s3:ObjectCreated:*' as const],
    Filter: { Key: { FilterRules } },
  };
  await s3.send(
    new PutBucketNotificationConfigurationCommand({
      Bucket,
      NotificationConfiguration: { QueueConfigurations: [configuration] },
    }),
  );
}

const put = (emulator: Emulator, Bucket: string, Key: string, credentials?: Credentials) =>
  new S3Client(settings(emulator, credentials)).send(new PutObjectCommand({ Bucket, Key, Body: '{}' }));

notifications.test('S3 tells a queue which object was put, and who put it', async (emulator) => {
  const { QueueUrl, arn } = await createQueue(emulator, 'told');
  await notify(emulator, 'telling', arn);
  const user = await createUser(emulator, 'alice');
  const role = await createRole(emulator, 'deployers', { AWS: 'arn:aws:iam::123456789012:root' });
  const session = await assumeRole(emulator, role, 'bob');
  await put(emulator, 'telling', 'environments/dev/a b.json', user);
  await put(emulator, 'telling', 'environments/dev/c.json', session);
  await put(emulator, 'telling', 'environments/dev/c.txt', session);
  await put(emulator, 'telling', 'elsewhere/c.json', session);

  const sqs = new SQSClient(settings(emulator));
  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  const bodies = Messages!.map(({ Body }) => JSON.parse(Body!));
  assert.is(bodies.shift().Event, 's3:TestEvent');
  const records = bodies.map(({ Records: [record] }) => record);
  assert.equal(
    records.map(({ s3, userIdentity }) => [s3.object.key, userIdentity.principalId]),
    [
      ['environments/dev/a+b.json', `AWS:${(await emulator.identityOf(user)).id}`],
      ['environments/dev/c.json', `AWS:${(await emulator.identityOf(session)).id}`],
    ],
  );
  assert.match(records[0].userIdentity.principalId, /^AWS:AIDA[A-Z0-9]+$/);
  assert.match(records[1].userIdentity.principalId, /^AWS:AROA[A-Z0-9]+:bob$/);
  assert.match(records[0].eventTime, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

notifications.test(
  'a function gets what a queue has; what fails comes again, then is put aside',
  async (emulator) => {
    const dead = await createQueue(emulator, 'dead');
    const redrive = JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 3 });
    const queue = await createQueue(emulator, 'alive', { RedrivePolicy: redrive, VisibilityTimeout: '30' });
    const role = await createRole(emulator, 'functions', { Service: 'lambda.amazonaws.com' });
    await createFunction(
      emulator,
      'receiving',
      role,
      `const { S3Client, PutObjectCommand } = require('@aws-sdk/client-s3');
     exports.handler = async ({ Records }) => {
       const failed = Records.filter(({ body }) => body.includes('bad.json'));
       const s3 = new S3Client({ forcePathStyle: true });
       for (const { messageId } of failed)
         await s3.send(new PutObjectCommand({ Bucket: 'receiving', Key: 'attempts/' + Math.random(), Body: '' }));
       return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
     };`,
    );
    await new LambdaClient(settings(emulator)).send(
      new CreateEventSourceMappingCommand({
        FunctionName: 'receiving',
        EventSourceArn: queue.arn,
        BatchSize: 10,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      }),
    );
    await notify(emulator, 'receiving', queue.arn);
    await put(emulator, 'receiving', 'environments/dev/good.json');
    await put(emulator, 'receiving', 'environments/dev/bad.json');
    const sqs = new SQSClient(settings(emulator));
    const { Body } = await until(async () => {
      const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: dead.QueueUrl }));
      return Messages?.[0];
    });
    assert.match(Body!, 'bad.json');
    const attempts = emulator.calls().filter(({ params }) => String(params.Key).startsWith('attempts/'));
    assert.is(attempts.length, 3);
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: queue.QueueUrl, AttributeNames: ['All'] }),
    );
    assert.is(Attributes!.ApproximateNumberOfMessages, '0');
  },
);

notifications.test(
  'a function that an event calls is called again, then its destination is told',
  async (emulator) => {
    const { QueueUrl } = await createQueue(emulator, 'failures');
    const role = await createRole(emulator, 'functions', { Service: 'lambda.amazonaws.com' });
    const Arn = await createFunction(
      emulator,
      'failing',
      role,
      `exports.handler = async () => { throw new Error('no'); };`,
    );
    const template = {
      Resources: {
        Config: {
          Type: 'AWS::Lambda::EventInvokeConfig',
          Properties: {
            FunctionName: 'failing',
            Qualifier: '$LATEST',
            MaximumRetryAttempts: 1,
            DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:us-east-1:123456789012:failures' } },
          },
        },
        Rule: {
          Type: 'AWS::Events::Rule',
          Properties: {
            Name: 'nightly',
            ScheduleExpression: 'rate(1 day)',
            Targets: [{ Id: 'function', Arn, Input: '{"sweep":true}' }],
          },
        },
      },
    };
    const cloudformation = new CloudFormationClient(settings(emulator));
    const request = { StackName: 'nightly', TemplateBody: JSON.stringify(template) };
    await cloudformation.send(new CreateStackCommand(request));
    await until(() =>
      emulator.fire('nightly').then(
        () => true,
        () => undefined,
      ),
    );
    const { Body } = await until(async () => {
      const { Messages } = await new SQSClient(settings(emulator)).send(
        new ReceiveMessageCommand({ QueueUrl }),
      );
      return Messages?.[0];
    });
    const { requestPayload, requestContext } = JSON.parse(Body!);
    assert.equal(requestPayload, { sweep: true });
    assert.is(requestContext.approximateInvokeCount, 2);
  },
);

notifications.run();
