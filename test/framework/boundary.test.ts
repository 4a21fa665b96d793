import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { allows, decide, type Policy } from '../aws/iam/allows.js';
import { account, accountMade, arn, documentIn, environmentMade, policiesIn, store } from './stacks.js';

const bounding = suite('what plans and their stacks cannot do');

const made = environmentMade('prod');
const ofAccount = accountMade();
const alarms = [
  ...['DeadNotifications', 'ReceiverErrors'].map(ofAccount),
  ...['DriverFailures', 'SweepFailures', 'DeadJobs'].map(made),
].map(({ AlarmName }) => arn('cloudwatch', `alarm:${AlarmName}`));
const boundary = documentIn(made('Boundary'));
const boundaryArn = arn('iam', 'policy/plancc-framework/plancc-prod-eu-west-1-boundary', '');
const everything: Policy = { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const id = '20261123-105359-3e7b2c';
const roleArn = (name: string) => arn('iam', `role${name}`, '');

const ofProd = { 'aws:ResourceTag/plancc:environment': 'prod' };
const ofDev = { 'aws:ResourceTag/plancc:environment': 'dev' };

type Row = readonly [action: string, resource: string, context?: { readonly [key: string]: string }];

const check = (policies: readonly Policy[], rows: readonly Row[], expected: boolean) => {
  for (const [action, resource, context = {}] of rows)
    assert.is(allows(policies, { action, resource, context }), expected, `${action} ${resource}`);
};

/** What plancc consists of; nothing that is deployed may change any of it. */
const framework: readonly Row[] = [
  ['iam:PutRolePolicy', roleArn('/plancc-framework/prod-worker')],
  ['iam:PassRole', roleArn('/plancc-framework/prod-stack')],
  ['sts:AssumeRole', roleArn('/plancc-framework/prod-worker')],
  ['iam:CreatePolicyVersion', boundaryArn],
  ['lambda:UpdateFunctionCode', arn('lambda', 'function:plancc-prod-controller')],
  ['lambda:UpdateFunctionCode', arn('lambda', 'function:plancc-prod-worker')],
  ['lambda:InvokeFunction', arn('lambda', 'function:plancc-prod-controller')],
  ['lambda:InvokeFunction', arn('lambda', 'function:plancc-receiver')],
  ['lambda:InvokeFunction', arn('lambda', 'function:plancc-dev-worker')],
  ['lambda:InvokeFunction', arn('lambda', 'function:plancc-dev-worker:live')],
  ['states:StartExecution', arn('states', 'stateMachine:plancc-prod-deploying')],
  ['states:StopExecution', arn('states', `execution:plancc-prod-deploying:${id}`)],
  ['cloudformation:DeleteStack', arn('cloudformation', 'stack/plancc/1')],
  ['cloudformation:UpdateStack', arn('cloudformation', 'stack/plancc-env-prod/1')],
  ['s3:PutObject', `${store}/environments/prod/requests/shop/${id}.json`],
  ['s3:PutObject', `${store}/environments/prod/inventory/shop.json`],
  ['s3:PutObject', `${store}/blobs/sha256/1`],
  ['s3:DeleteObject', `${store}/environments/prod/inventory/shop.json`],
  ['s3:GetObject', `${store}/environments/prod/waiting/shop/${id}/Ok-0.json`],
  ['s3:PutBucketPolicy', store],
  ['sqs:SendMessage', arn('sqs', 'plancc-notifications')],
  ['sns:Publish', arn('sns', 'plancc-approvals')],
  ['ecs:RunTask', arn('ecs', 'task-definition/plancc-prod-runner:1')],
  ['ecs:StopTask', arn('ecs', 'task/plancc/1')],
  ['ecs:DeleteCluster', arn('ecs', 'cluster/plancc')],
  ['events:DisableRule', arn('events', 'rule/plancc-ExecutionsEnded-1')],
  ['events:DisableRule', arn('events', 'rule/plancc-env-prod-Sweep-1')],
  ['logs:DeleteLogGroup', arn('logs', 'log-group:/aws/lambda/plancc-prod-controller')],
  ['logs:DeleteLogStream', arn('logs', 'log-group:/aws/lambda/plancc-receiver:log-stream:1')],
  ['sqs:PurgeQueue', arn('sqs', 'plancc-notifications-dead')],
  ['sqs:PurgeQueue', arn('sqs', 'plancc-dev-runner-dead')],
  ...alarms.map((alarm): Row => ['cloudwatch:DeleteAlarms', alarm]),
];

bounding('a role of a plan never touches plancc, whatever its author allows it', () => {
  check([boundary], framework, false);
  check(
    [boundary],
    [
      ['s3:PutObject', `${store}/logs/dev/shop/${id}/Job/20261123T105359123Z.log`],
      ['s3:GetObject', `${store}/jobs/dev/shop/${id}/1.json`],
      ['iam:PassRole', roleArn('/plancc/dev/host')],
      ['sts:AssumeRole', roleArn('/plancc/dev/host')],
      ['iam:PutRolePolicy', roleArn('/plancc/prod/host')],
      ['states:UpdateStateMachine', arn('states', 'stateMachine:PlanccStateMachine-1'), ofDev],
      ['states:StopExecution', arn('states', `execution:PlanccStateMachine-1:${id}`), ofDev],
      ['sqs:PurgeQueue', arn('sqs', 'plancc-dev--shop-PlanccRunnerTools-1'), ofDev],
      ['cloudformation:DeleteStack', arn('cloudformation', 'stack/plancc-dev--shop/1')],
      ['cloudformation:UpdateStack', arn('cloudformation', 'stack/plancc-prod--shop/1')],
    ],
    false,
  );
});

bounding('everything else is for its own policies to allow', () => {
  check(
    [boundary],
    [
      ['lambda:InvokeFunction', arn('lambda', 'function:plancc-prod-worker')],
      ['lambda:InvokeFunction', arn('lambda', 'function:shop')],
      ['dynamodb:PutItem', arn('dynamodb', 'table/shop')],
      ['ec2:DescribeVpcs', '*'],
      ['s3:PutObject', 'arn:aws:s3:::shop/x'],
      ['s3:GetObject', `${store}/blobs/sha256/1`],
      ['s3:GetObject', `${store}/distributions/shop/1.0.0/manifest.json`],
      ['s3:GetObject', `${store}/framework/1/runner.cjs`],
      ['s3:GetObject', `${store}/environments/prod/deployments/shop/${id}.json`],
      ['s3:PutObject', `${store}/logs/prod/shop/${id}/Job/20261123T105359123Z.log`],
      ['s3:DeleteObject', `${store}/jobs/prod/shop/${id}/1.json`],
      ['s3:ListBucket', store],
      ['iam:PassRole', roleArn('/plancc/prod/host')],
      ['sts:AssumeRole', roleArn('/cdk-hnb659fds-deploy-role')],
      ['sqs:ReceiveMessage', arn('sqs', 'plancc-prod-runner')],
      ['states:SendTaskSuccess', arn('states', 'stateMachine:PlanccStateMachine-1')],
      ['states:StartExecution', arn('states', 'stateMachine:PlanccStateMachine-1'), ofProd],
      // What environments share is theirs to share.
      ['lambda:InvokeFunction', arn('lambda', 'function:shared'), ofDev],
    ],
    true,
  );
});

const bounded = { 'iam:PermissionsBoundary': boundaryArn };

bounding('roles that a role of a plan makes are bounded as it is', () => {
  check([boundary], [['iam:CreateRole', roleArn('/x'), bounded]], true);
  check(
    [boundary],
    [
      ['iam:CreateRole', roleArn('/x')],
      ['iam:CreateRole', roleArn('/x'), { 'iam:PermissionsBoundary': arn('iam', 'policy/mine', '') }],
      ['iam:PutRolePolicy', roleArn('/x')],
      ['iam:AttachUserPolicy', arn('iam', 'user/x', '')],
      ['iam:DeleteRolePermissionsBoundary', roleArn('/x'), bounded],
    ],
    false,
  );
});

const ofStacks = policiesIn(made('StackRole'));

bounding('no stack touches plancc, even where it may do everything', () => {
  for (const [action, resource, context = {}] of framework)
    assert.is(
      decide([...ofStacks, everything], { action, resource, context }),
      'denied',
      `${action} ${resource}`,
    );
  check(
    [...ofStacks, everything],
    [
      ['iam:CreateRole', roleArn('/plancc/prod/host')],
      ['iam:CreateRole', roleArn('/plancc/dev/host')],
      ['iam:PutRolePolicy', roleArn('/plancc/dev/host'), ofDev],
      ['iam:PassRole', roleArn('/plancc/dev/host'), ofDev],
      ['states:DeleteStateMachine', arn('states', 'stateMachine:PlanccStateMachine-1'), ofDev],
      ['cloudformation:DeleteStack', arn('cloudformation', 'stack/plancc-dev--shop/1'), ofDev],
      ['sqs:DeleteQueue', arn('sqs', 'plancc-dev--shop-PlanccRunnerTools-1'), ofDev],
      ['iam:DeleteRolePermissionsBoundary', roleArn('/plancc/prod/host')],
      ['s3:GetObject', `${store}/jobs/prod/shop/${id}/1.json`],
    ],
    false,
  );
});

bounding('where it may do everything, it may do everything else', () => {
  check(
    [...ofStacks, everything],
    [
      ['iam:CreateRole', roleArn('/app')],
      ['iam:CreateRole', roleArn('/plancc/prod/host'), bounded],
      ['lambda:CreateFunction', arn('lambda', 'function:shop')],
      ['s3:GetObject', `${store}/blobs/sha256/1`],
      ['cloudformation:CreateStack', arn('cloudformation', 'stack/plancc-prod--shop-Nested-1/1')],
    ],
    true,
  );
});

bounding('what a plan has of its own is not taken for plancc, whatever it is called', () => {
  for (const plan of ['shop', 'worker', 'my-controller', 'ci-runner', 'receiver', 'email-viewer']) {
    const name = (id: string) => `plancc-prod--${plan}-${id}-1A2B3C`;
    const logs = arn('logs', `log-group:/aws/lambda/${name('Sender')}`);
    const own: readonly Row[] = [
      ['events:PutRule', arn('events', `rule/${name('Nightly')}`)],
      ['cloudwatch:PutMetricAlarm', arn('cloudwatch', `alarm:${name('Errors')}`)],
      ['lambda:CreateFunction', arn('lambda', `function:${name('Sender')}`)],
      ['sqs:CreateQueue', arn('sqs', name('Queue'))],
      ['logs:CreateLogGroup', logs],
      ['logs:PutLogEvents', `${logs}:log-stream:1`],
    ];
    check([...ofStacks, everything], own, true);
    check([...ofStacks, everything], [['iam:CreatePolicy', arn('iam', `policy/${name('Mail')}`, '')]], true);
    check(
      [boundary],
      own.filter(([action]) => action !== 'sqs:CreateQueue'),
      true,
    );
  }
});

bounding('stacks of plans can be made under whatever policies an environment has', () => {
  const { ManagedPolicyArns } = environmentMade('prod', {
    ExecutionPolicies: `arn:aws:iam::aws:policy/AmazonSQSFullAccess,arn:aws:iam::${account}:policy/mine`,
  })('StackRole');
  assert.equal(ManagedPolicyArns, [
    'arn:aws:iam::aws:policy/AmazonSQSFullAccess',
    `arn:aws:iam::${account}:policy/mine`,
  ]);
  assert.equal(made('StackRole').ManagedPolicyArns, ['arn:aws:iam::aws:policy/AdministratorAccess']);
  check(
    ofStacks,
    [
      ['iam:CreateRole', roleArn('/plancc/prod/plancc-prod--shop-PlanccRole-1'), bounded],
      ['iam:PutRolePolicy', roleArn('/plancc/prod/plancc-prod--shop-PlanccRole-1'), bounded],
      ['iam:PassRole', roleArn('/plancc/prod/plancc-prod--shop-PlanccRole-1')],
      ['iam:CreatePolicy', arn('iam', 'policy/plancc/prod/plancc-prod--shop-PlanccPolicy1-1', '')],
      ['states:CreateStateMachine', arn('states', 'stateMachine:PlanccStateMachine-1')],
      ['states:TagResource', arn('states', 'stateMachine:PlanccStateMachine-1')],
      ['logs:CreateLogGroup', arn('logs', 'log-group:/aws/vendedlogs/states/plancc-prod--shop')],
      ['sqs:CreateQueue', arn('sqs', 'plancc-prod--shop-PlanccRunnerTools-1')],
      ['ecs:RegisterTaskDefinition', '*'],
    ],
    true,
  );
  check(
    ofStacks,
    [
      ['iam:CreateRole', roleArn('/plancc/prod/plancc-prod--shop-PlanccRole-1')],
      ['iam:CreateRole', roleArn('/app'), bounded],
      ['lambda:CreateFunction', arn('lambda', 'function:shop')],
    ],
    false,
  );
});

bounding.run();
