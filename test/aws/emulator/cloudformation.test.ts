import {
  CloudFormationClient,
  CreateChangeSetCommand,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeChangeSetCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
} from '@aws-sdk/client-cloudformation';
import { GetRoleCommand, GetRolePolicyCommand, IAMClient } from '@aws-sdk/client-iam';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as assert from 'uvu/assert';
import { settings } from './account.js';
import type { Emulator } from './index.js';
import { onEmulator } from './suite.js';
import { until } from './until.js';
import { zipped } from './zipped.js';

const stacks = onEmulator('emulator: CloudFormation');

const client = (emulator: Emulator) => new CloudFormationClient(settings(emulator));
const Capabilities = ['CAPABILITY_NAMED_IAM' as const];

const describe = async (emulator: Emulator, StackName: string) => {
  const { Stacks } = await client(emulator).send(new DescribeStacksCommand({ StackName }));
  const { StackStatus, Outputs = [], Parameters = [] } = Stacks![0]!;
  return {
    status: StackStatus!,
    outputs: Object.fromEntries(Outputs.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue])),
    parameters: Object.fromEntries(Parameters.map((one) => [one.ParameterKey, one.ParameterValue])),
  };
};

const settled = (emulator: Emulator, name: string) =>
  until(async () => {
    const stack = await describe(emulator, name);
    return stack.status.endsWith('IN_PROGRESS') ? undefined : stack;
  });

/** `undefined` is the value of before. */
const parametersOf = (values: { [name: string]: string | undefined }) =>
  Object.entries(values).map(([ParameterKey, value]) =>
    value === undefined ? { ParameterKey, UsePreviousValue: true } : { ParameterKey, ParameterValue: value },
  );

let count = 0;

/** By a change set; gives its changes. */
async function change(
  emulator: Emulator,
  StackName: string,
  ChangeSetType: 'CREATE' | 'UPDATE',
  template: object | string,
  parameters: { [name: string]: string | undefined } = {},
) {
  const TemplateBody = typeof template === 'string' ? template : JSON.stringify(template);
  const request = { StackName, ChangeSetName: `change-${++count}`, ChangeSetType, Capabilities };
  await client(emulator).send(
    new CreateChangeSetCommand({ ...request, TemplateBody, Parameters: parametersOf(parameters) }),
  );
  const changeSet = await client(emulator).send(new DescribeChangeSetCommand(request));
  if (changeSet.Status === 'FAILED') return changeSet.StatusReason;
  await client(emulator).send(new ExecuteChangeSetCommand(request));
  return changeSet.Changes?.map(({ ResourceChange: one }) => `${one!.Action} ${one!.LogicalResourceId}`);
}

const template = `
Parameters:
  Name: { Type: String }
  Retention: { Type: Number, Default: 7 }
  Secret: { Type: String, NoEcho: true, Default: hidden }
  List: { Type: CommaDelimitedList, Default: 'a,b' }
Conditions:
  IsLong: !Equals [!Ref Retention, 30]
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Sub '\${Name}-role'
      Path: /plancc/
      PermissionsBoundary: !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:policy/boundary
      ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: all
          PolicyDocument: { Version: 2012-10-17, Statement: [{ Effect: Allow, Action: s3:GetObject, Resource: '*' }] }
  Function:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: !Sub '\${Name}-function'
      Runtime: nodejs22.x
      Handler: index.handler
      Role: !GetAtt Role.Arn
      Environment: { Variables: { RETENTION: !Ref Retention, LIST: !Join ['-', !Ref List] } }
      Code:
        ZipFile: |
          exports.handler = async () => \`\${process.env.RETENTION} \${process.env.LIST}\`;
  Log:
    Type: AWS::Logs::LogGroup
    Properties: { LogGroupName: !Sub '/plancc/\${Name}', RetentionInDays: !Ref Retention }
  Extra: { Type: AWS::SQS::Queue, Condition: IsLong }
  Alarm: { Type: AWS::CloudWatch::Alarm, Properties: { AlarmName: !Sub '\${Name}-alarm' } }
Outputs:
  Function: { Value: !GetAtt Function.Arn }
  Alarm: { Value: !GetAtt Alarm.Arn }
  Text: { Value: !Sub ['"\${A}" \${!Literal} \${AWS::Region}', { A: '\${Name}' }] }
`;

const run = async (emulator: Emulator, FunctionName: string) => {
  const { Payload } = await new LambdaClient(settings(emulator)).send(new InvokeCommand({ FunctionName }));
  return JSON.parse(Buffer.from(Payload!).toString());
};

stacks.test(
  'a stack is created, changed in place, left when nothing changes, and deleted',
  async (emulator) => {
    const iam = new IAMClient(settings(emulator));
    const created = await change(emulator, 'app', 'CREATE', template, { Name: 'app' });
    assert.equal(created, ['Add Role', 'Add Function', 'Add Log', 'Add Alarm']);
    assert.match((await describe(emulator, 'app')).status, /^CREATE_/);
    const { status, outputs, parameters } = await settled(emulator, 'app');
    assert.is(status, 'CREATE_COMPLETE');
    assert.is(outputs.Function, 'arn:aws:lambda:us-east-1:123456789012:function:app-function');
    assert.is(outputs.Text, '"${Name}" ${Literal} us-east-1');
    assert.equal(parameters, { Name: 'app', Retention: '7', Secret: '****', List: 'a,b' });
    assert.is(await run(emulator, 'app-function'), '7 a-b');
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: 'app-role' }));
    assert.is(Role!.Arn, 'arn:aws:iam::123456789012:role/plancc/app-role');
    const PolicyName = 'all';
    const policy = await iam.send(new GetRolePolicyCommand({ RoleName: 'app-role', PolicyName }));
    assert.match(decodeURIComponent(policy.PolicyDocument!), 's3:GetObject');

    const same = await change(emulator, 'app', 'UPDATE', template, { Name: undefined, Retention: undefined });
    assert.match(String(same), "didn't contain changes");
    const changed = await change(emulator, 'app', 'UPDATE', template, {
      Name: 'app',
      Retention: '30',
      List: 'c',
    });
    assert.equal(changed, ['Add Extra', 'Modify Function', 'Modify Log']);
    assert.is((await settled(emulator, 'app')).status, 'UPDATE_COMPLETE');
    assert.is(await run(emulator, 'app-function'), '30 c');
    const { Role: after } = await iam.send(new GetRoleCommand({ RoleName: 'app-role' }));
    assert.is(after!.RoleId, Role!.RoleId);

    await client(emulator).send(new DeleteStackCommand({ StackName: 'app' }));
    const gone = await until(async () => {
      const error = await describe(emulator, 'app').catch(({ message }) => message);
      return typeof error === 'string' ? error : undefined;
    });
    assert.is(gone, 'Stack with id app does not exist');
    const role = await iam.send(new GetRoleCommand({ RoleName: 'app-role' })).catch(({ name }) => name);
    assert.is(role, 'NoSuchEntityException');
  },
);

const queues = (bucket: string) => ({
  Resources: {
    Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'first' } },
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: bucket }, DependsOn: 'Queue' },
  },
});

stacks.test('what fails is rolled back, and the events name the resource', async (emulator) => {
  await new S3Client(settings(emulator, undefined, 'eu-west-1')).send(
    new CreateBucketCommand({ Bucket: 'taken' }),
  );
  await change(emulator, 'failing', 'CREATE', queues('taken'));
  assert.is((await settled(emulator, 'failing')).status, 'ROLLBACK_COMPLETE');
  const events = await client(emulator).send(new DescribeStackEventsCommand({ StackName: 'failing' }));
  const statuses = events
    .StackEvents!.map((one) => `${one.LogicalResourceId} ${one.ResourceStatus}`)
    .reverse();
  assert.equal(statuses, [
    'failing REVIEW_IN_PROGRESS',
    'failing CREATE_IN_PROGRESS',
    'Queue CREATE_IN_PROGRESS',
    'Queue CREATE_COMPLETE',
    'Bucket CREATE_IN_PROGRESS',
    'Bucket CREATE_FAILED',
    'failing ROLLBACK_IN_PROGRESS',
    'Queue DELETE_IN_PROGRESS',
    'Queue DELETE_COMPLETE',
    'failing ROLLBACK_COMPLETE',
  ]);
  const again = await change(emulator, 'failing', 'UPDATE', queues('free')).catch(({ message }) => message);
  assert.match(String(again), 'is in ROLLBACK_COMPLETE state and can not be updated');

  await change(emulator, 'rolled-back', 'CREATE', queues('free'));
  await settled(emulator, 'rolled-back');
  await change(emulator, 'rolled-back', 'UPDATE', queues('taken'));
  assert.is((await settled(emulator, 'rolled-back')).status, 'UPDATE_ROLLBACK_COMPLETE');
});

stacks.test('roles need to be allowed, and templates are found by URL', async (emulator) => {
  const s3 = new S3Client(settings(emulator));
  await s3.send(new CreateBucketCommand({ Bucket: 'templates' }));
  await s3.send(new PutObjectCommand({ Bucket: 'templates', Key: 'a b.yaml', Body: template }));
  const request = {
    StackName: 'by-url',
    TemplateURL: 'https://templates.s3.us-east-1.amazonaws.com/a%20b.yaml',
  };
  const Parameters = parametersOf({ Name: 'by-url' });
  const refused = await client(emulator)
    .send(new CreateStackCommand({ ...request, Parameters, Capabilities: ['CAPABILITY_IAM'] }))
    .catch(({ name, message }) => `${name}: ${message}`);
  assert.is(refused, 'InsufficientCapabilitiesException: Requires capabilities : [CAPABILITY_NAMED_IAM]');
  await client(emulator).send(new CreateStackCommand({ ...request, Parameters, Capabilities }));
  assert.is((await settled(emulator, 'by-url')).status, 'CREATE_COMPLETE');
});

const sam = `
Transform: AWS::Serverless-2016-10-31
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: hello
      Runtime: nodejs22.x
      Handler: index.handler
      CodeUri: s3://sam/code.zip
      Policies: [{ Statement: [{ Effect: Allow, Action: s3:GetObject, Resource: '*' }] }]
      Events: { Nightly: { Type: Schedule, Properties: { Schedule: rate(1 day) } } }
Outputs:
  Hello: { Value: !GetAtt Hello.Arn }
`;

stacks.test('a SAM template is expanded, and its function runs', async (emulator) => {
  const s3 = new S3Client(settings(emulator));
  await s3.send(new CreateBucketCommand({ Bucket: 'sam' }));
  const Body = zipped({ 'index.js': "exports.handler = async () => 'hello';" });
  await s3.send(new PutObjectCommand({ Bucket: 'sam', Key: 'code.zip', Body }));
  await change(emulator, 'serverless', 'CREATE', sam);
  const { status, outputs } = await settled(emulator, 'serverless');
  assert.is(status, 'CREATE_COMPLETE');
  assert.is(outputs.Hello, 'arn:aws:lambda:us-east-1:123456789012:function:hello');
  assert.is(await run(emulator, 'hello'), 'hello');
});

const outer = (url: string) => ({
  Resources: {
    Inner: {
      Type: 'AWS::CloudFormation::Stack',
      Properties: { TemplateURL: url, Parameters: { Name: 'nested' } },
    },
  },
  Outputs: { Function: { Value: { 'Fn::GetAtt': ['Inner', 'Outputs.Function'] } } },
});

stacks.test('stacks inside stacks give their outputs, and go with them', async (emulator) => {
  const s3 = new S3Client(settings(emulator));
  await s3.send(new CreateBucketCommand({ Bucket: 'nested' }));
  await s3.send(new PutObjectCommand({ Bucket: 'nested', Key: 'inner.yaml', Body: template }));
  await change(emulator, 'outer', 'CREATE', outer('https://s3.us-east-1.amazonaws.com/nested/inner.yaml'));
  const { status, outputs } = await settled(emulator, 'outer');
  assert.is(status, 'CREATE_COMPLETE');
  assert.is(outputs.Function, 'arn:aws:lambda:us-east-1:123456789012:function:nested-function');
  await client(emulator).send(new DeleteStackCommand({ StackName: 'outer' }));
  await until(async () => {
    const gone = await run(emulator, 'nested-function').catch(({ name }) => name);
    return gone === 'ResourceNotFoundException' || undefined;
  });
});

stacks.run();
