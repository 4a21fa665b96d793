import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendTaskSuccessCommand, SFNClient } from '@aws-sdk/client-sfn';
import * as assert from 'uvu/assert';
import { createUser, settings } from './account.js';
import { onEmulator } from './suite.js';
import { until } from './until.js';

const loop = onEmulator('emulator: from a put object to an execution that has ended');

/** Puts what it learns into the bucket, as the controller does. */
const controller = `
const { S3Client, PutObjectCommand, GetObjectCommand } = require('@aws-sdk/client-s3');
const { CloudFormationClient, CreateStackCommand, DescribeStacksCommand } = require('@aws-sdk/client-cloudformation');
const { SFNClient, StartExecutionCommand, SendTaskSuccessCommand } = require('@aws-sdk/client-sfn');
const s3 = new S3Client({ forcePathStyle: true });
const put = (Key, value) => s3.send(new PutObjectCommand({ Bucket: process.env.BUCKET, Key, Body: JSON.stringify(value) }));
const requested = async ({ body }) => {
  const { Records } = JSON.parse(body);
  if (!Records) return;
  const { userIdentity, s3: { object } } = Records[0];
  const cloudformation = new CloudFormationClient({});
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: process.env.BUCKET, Key: object.key }));
  await cloudformation.send(new CreateStackCommand({ StackName: 'plan', TemplateBody: await Body.transformToString(),
    Capabilities: ['CAPABILITY_IAM'] }));
  for (;;) {
    const { Stacks } = await cloudformation.send(new DescribeStacksCommand({ StackName: 'plan' }));
    if (Stacks[0].StackStatus === 'CREATE_COMPLETE') {
      const stateMachineArn = Stacks[0].Outputs[0].OutputValue;
      const input = JSON.stringify({ by: userIdentity.principalId });
      await new SFNClient({}).send(new StartExecutionCommand({ stateMachineArn, name: '20261123-101500-abcdef', input }));
      return;
    }
    if (!Stacks[0].StackStatus.endsWith('IN_PROGRESS')) throw new Error(Stacks[0].StackStatus);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
exports.handler = async (event) => {
  if (event.Records) for (const record of event.Records) await requested(record);
  else if (event.token) await put('token.json', event);
  else await put('ended.json', event);
};`;

const role = (service: string) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
    },
  },
});

const account = {
  Resources: {
    Bucket: {
      Type: 'AWS::S3::Bucket',
      DependsOn: 'MayNotify',
      Properties: {
        BucketName: 'store',
        NotificationConfiguration: {
          QueueConfigurations: [
            {
              Event: 's3:ObjectCreated:*',
              Queue: { 'Fn::GetAtt': ['Queue', 'Arn'] },
              Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'environments/' }] } },
            },
          ],
        },
      },
    },
    Queue: { Type: 'AWS::SQS::Queue' },
    MayNotify: {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: { Queues: [{ Ref: 'Queue' }], PolicyDocument: { Statement: [] } },
    },
    Role: role('lambda.amazonaws.com'),
    Function: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: 'controller',
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Timeout: 60,
        Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
        Environment: { Variables: { BUCKET: 'store' } },
        Code: { ZipFile: controller },
      },
    },
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] },
        FunctionName: { Ref: 'Function' },
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      },
    },
    Ended: {
      Type: 'AWS::Events::Rule',
      Properties: {
        EventPattern: {
          source: ['aws.states'],
          'detail-type': ['Step Functions Execution Status Change'],
          detail: { status: [{ 'anything-but': 'RUNNING' }], name: [{ wildcard: '20*-*-*' }] },
        },
        Targets: [{ Id: 'function', Arn: { 'Fn::GetAtt': ['Function', 'Arn'] } }],
      },
    },
    MayCall: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        FunctionName: { Ref: 'Function' },
        Action: 'lambda:InvokeFunction',
        Principal: 'events.amazonaws.com',
        SourceArn: { 'Fn::GetAtt': ['Ended', 'Arn'] },
      },
    },
  },
};

const definition = {
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:${AWS::Partition}:states:::lambda:invoke.waitForTaskToken',
      Parameters: {
        FunctionName: 'controller',
        Payload: { 'token.$': '$$.Task.Token', 'by.$': '$.by' },
      },
      End: true,
    },
  },
};

const plan = {
  Resources: {
    Role: role('states.amazonaws.com'),
    Machine: {
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: {
        DefinitionString: { 'Fn::Sub': JSON.stringify(definition) },
        RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
      },
    },
  },
  Outputs: { Machine: { Value: { Ref: 'Machine' } } },
};

loop.test('object, queue, function, stack, execution, task token, event', async (emulator) => {
  const cloudformation = new CloudFormationClient(settings(emulator));
  await cloudformation.send(
    new CreateStackCommand({
      StackName: 'account',
      TemplateBody: JSON.stringify(account),
      Capabilities: ['CAPABILITY_IAM'],
    }),
  );
  await until(async () => {
    const { Stacks } = await cloudformation.send(new DescribeStacksCommand({ StackName: 'account' }));
    return Stacks![0]!.StackStatus === 'CREATE_COMPLETE' || undefined;
  });
  const user = await createUser(emulator, 'alice');
  const request = { Bucket: 'store', Key: 'environments/dev/request.json', Body: JSON.stringify(plan) };
  await new S3Client(settings(emulator, user)).send(new PutObjectCommand(request));

  const s3 = new S3Client(settings(emulator));
  const read = (Key: string) =>
    until(async () => {
      const found = await s3.send(new GetObjectCommand({ Bucket: 'store', Key })).catch(() => undefined);
      return found && JSON.parse(await found.Body!.transformToString());
    }, 60);
  const asked = await read('token.json');
  assert.is(asked.by, `AWS:${(await emulator.identityOf(user)).id}`);
  await new SFNClient(settings(emulator)).send(
    new SendTaskSuccessCommand({ taskToken: asked.token, output: '{"approved":true}' }),
  );
  const { detail } = await read('ended.json');
  assert.is(detail.status, 'SUCCEEDED');
  assert.is(detail.name, '20261123-101500-abcdef');
  assert.is(detail.output, '{"approved":true}');
  const sources = new Set(emulator.calls().map(({ source }) => source.replace(/-\w+$/, '')));
  assert.equal([...sources].sort(), [
    'arn:aws:iam::123456789012:role/account-Role',
    'arn:aws:iam::123456789012:role/plan-Role',
    'arn:aws:iam::123456789012:root',
    'arn:aws:iam::123456789012:user/alice',
  ]);
});

loop.run();
