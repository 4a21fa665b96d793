import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { allows } from '../aws/iam/allows.js';
import { account, arn, documentIn, environmentMade, policiesIn, store } from './stacks.js';

const roles = suite('roles of the functions');

const made = environmentMade('prod');
const id = '20261123-105359-3e7b2c';
const roleArn = (name: string) => arn('iam', `role${name}`, '');
const stackRole = roleArn('/plancc-framework/plancc-env-prod-StackRole-local');
const ofProd = { 'aws:ResourceTag/plancc:environment': 'prod' };
const ofDev = { 'aws:ResourceTag/plancc:environment': 'dev' };
const toTasks = { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' };
const cluster = { 'ecs:cluster': arn('ecs', 'cluster/plancc') };
const digest = '0'.repeat(64);

type Row = readonly [action: string, resource: string, context?: { readonly [key: string]: string }];

const machine = arn('states', 'stateMachine:PlanccStateMachine-1a2b');
const execution = arn('states', `execution:PlanccStateMachine-1a2b:${id}`);
const driver = arn('states', 'stateMachine:plancc-prod-deploying');
const stack = (name: string, region?: string) => arn('cloudformation', `stack/${name}/1`, region);
const asRole = (name: string) => ({ 'cloudformation:RoleArn': name });
const toCloudFormation = { 'iam:PassedToService': 'cloudformation.amazonaws.com' };

const both: { readonly yes: readonly Row[]; readonly no: readonly Row[] } = {
  yes: [
    ['s3:ListBucket', store],
    ['s3:GetObject', `${store}/blobs/sha256/${digest}`],
    ['s3:GetObject', `${store}/distributions/shop/1.0.0/manifest.json`],
    ['s3:GetObject', `${store}/environments/prod/deployments/shop/${id}.json`],
    ['s3:PutObject', `${store}/environments/prod/waiting/shop/${id}/Ok-0.json`],
    ['s3:DeleteObject', `${store}/environments/prod/waiting/shop/${id}/Ok-0.json`],
    ['s3:PutObject', `${store}/blobs/sha256/${digest}`],
    ['s3:PutObject', `${store}/jobs/prod/shop/${id}/1.json`],
    ['iam:PassRole', stackRole, toCloudFormation],
    ['iam:PassRole', roleArn('/plancc/prod/host'), toTasks],
    ['ecs:RunTask', arn('ecs', 'task-definition/shop:1'), { ...cluster, ...ofProd }],
    ['ecs:RunTask', arn('ecs', 'task-definition/plancc-prod-runner:1'), { ...cluster, ...ofProd }],
    ['ecs:DescribeTasks', arn('ecs', 'task/plancc/1'), cluster],
    ['events:PutEvents', arn('events', 'event-bus/default'), { 'events:source': 'plancc.deployment' }],
    ['sns:Publish', arn('sns', 'plancc-approvals')],
    ['ssm:GetParameter', arn('ssm', 'parameter/shop/db')],
    ['secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:shop-1')],
    ['kms:Decrypt', arn('kms', 'key/1'), { 'kms:ViaService': 'ssm.eu-west-1.amazonaws.com' }],
  ],
  no: [
    ['s3:GetObject', `${store}/environments/dev/deployments/shop/${id}.json`],
    ['s3:PutObject', `${store}/environments/dev/waiting/shop/${id}/Ok-0.json`],
    ['s3:PutObject', `${store}/environments/prod/requests/shop/${id}.json`],
    ['s3:PutObject', `${store}/environments/prod/decisions/shop/${id}/Ok/${id}.json`],
    ['s3:PutObject', `${store}/environments/prod/environment.json`],
    ['s3:PutObject', `${store}/distributions/shop/1.0.0/manifest.json`],
    ['s3:PutObject', `${store}/framework/${digest}/functions.zip`],
    ['s3:PutObject', `${store}/jobs/dev/shop/${id}/1.json`],
    ['s3:DeleteObject', `${store}/environments/prod/deployments/shop/${id}.json`],
    ['iam:PassRole', stackRole, toTasks],
    ['iam:PassRole', roleArn('/admin'), toCloudFormation],
    ['iam:PassRole', roleArn('/plancc/dev/host'), toTasks],
    ['ecs:RunTask', arn('ecs', 'task-definition/shop:1'), { ...cluster, ...ofDev }],
    ['ecs:RunTask', arn('ecs', 'task-definition/shop:1'), ofProd],
    ['events:PutEvents', arn('events', 'event-bus/default'), { 'events:source': 'aws.states' }],
    ['sns:Publish', arn('sns', 'other')],
    ['kms:Decrypt', arn('kms', 'key/1'), { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' }],
    ['lambda:InvokeFunction', arn('lambda', 'function:plancc-prod-worker')],
    ['iam:CreateRole', roleArn('/x')],
  ],
};

const only: { readonly [role: string]: { readonly yes: readonly Row[]; readonly no: readonly Row[] } } = {
  ControllerRole: {
    yes: [
      ['s3:GetObject', `${store}/environments/prod/requests/shop/${id}.json`],
      ['s3:PutObject', `${store}/environments/prod/inventory/shop.json`],
      ['s3:DeleteObject', `${store}/environments/prod/open/shop/${id}.json`],
      ['states:StartExecution', driver],
      ['states:StartExecution', machine, ofProd],
      ['states:DescribeExecution', arn('states', `execution:plancc-prod-deploying:${id}`)],
      ['states:StopExecution', arn('states', `execution:plancc-prod-deploying:${id}`)],
      ['states:RedriveExecution', execution, ofProd],
      ['states:GetExecutionHistory', execution, ofProd],
      ['states:SendTaskSuccess', driver],
      ['states:SendTaskFailure', machine],
      ['cloudformation:CreateChangeSet', stack('plancc-prod--shop'), asRole(stackRole)],
      ['cloudformation:ExecuteChangeSet', stack('plancc-prod--shop')],
      ['iam:GetUser', arn('iam', 'user/anna', '')],
      ['lambda:InvokeFunction', arn('lambda', 'function:vpc-of')],
    ],
    no: [
      ['states:StartExecution', machine, ofDev],
      ['states:StartExecution', machine],
      ['states:StopExecution', execution, ofDev],
      ['states:StartExecution', arn('states', 'stateMachine:plancc-dev-deploying')],
      ['cloudformation:CreateChangeSet', stack('plancc-prod--shop'), asRole(roleArn('/admin'))],
      ['cloudformation:CreateChangeSet', stack('plancc-prod--shop')],
      ['cloudformation:CreateChangeSet', stack('plancc-prod-eu--shop'), asRole(stackRole)],
      ['cloudformation:ExecuteChangeSet', stack('plancc-env-prod')],
      ['cloudformation:ExecuteChangeSet', stack('network')],
      ['sts:AssumeRole', roleArn('/plancc/prod/role'), { 'sts:ExternalId': 'prod' }],
      ['sqs:SendMessage', arn('sqs', 'shop'), ofProd],
    ],
  },
  WorkerRole: {
    yes: [
      ['s3:PutObject', `${store}/environments/prod/attempts/shop/${id}/Db.json`],
      ['s3:GetObject', `${store}/environments/prod/inventory/network.json`],
      ['s3:PutObject', `arn:aws:s3:::plancc-${account}-us-east-1/blobs/sha256/${digest}`],
      ['cloudformation:CreateChangeSet', stack('shop-database'), asRole(stackRole)],
      [
        'cloudformation:CreateChangeSet',
        'arn:aws:cloudformation:eu-west-1:aws:transform/Serverless-2016-10-31',
      ],
      ['cloudformation:DescribeStacks', stack('shop-database', 'us-east-1')],
      ['cloudformation:DeleteStack', stack('shop-database'), asRole(stackRole)],
      ['sts:AssumeRole', roleArn('/plancc/prod/role'), { 'sts:ExternalId': 'prod' }],
      ['states:DescribeStateMachine', machine, ofProd],
      ['sqs:SendMessage', arn('sqs', 'plancc-prod-runner'), ofProd],
      ['sqs:SendMessage', arn('sqs', 'shop-Queue'), ofProd],
    ],
    no: [
      ['s3:PutObject', `${store}/environments/prod/deployments/shop/${id}.json`],
      ['s3:PutObject', `${store}/environments/prod/inventory/shop.json`],
      ['s3:GetObject', `${store}/environments/prod/requests/shop/${id}.json`],
      ['s3:PutObject', `arn:aws:s3:::plancc-${account}-us-east-1/environments/prod/inventory/shop.json`],
      ['cloudformation:DescribeStacks', stack('plancc-prod--shop')],
      ['cloudformation:DeleteStack', stack('plancc'), asRole(stackRole)],
      ['cloudformation:CreateChangeSet', stack('plancc-env-dev', 'us-east-1'), asRole(stackRole)],
      ['cloudformation:CreateChangeSet', stack('shop-database')],
      ['sts:AssumeRole', roleArn('/plancc/prod/role'), { 'sts:ExternalId': 'dev' }],
      ['sts:AssumeRole', roleArn('/plancc/dev/role'), { 'sts:ExternalId': 'prod' }],
      ['sts:AssumeRole', roleArn('/admin'), { 'sts:ExternalId': 'prod' }],
      ['states:DescribeStateMachine', machine, ofDev],
      ['states:StartExecution', machine, ofProd],
      ['sqs:SendMessage', arn('sqs', 'shop-Queue'), ofDev],
      ['sqs:SendMessage', arn('sqs', 'plancc-dev-runner')],
      ['lambda:InvokeFunction', arn('lambda', 'function:vpc-of')],
    ],
  },
};

for (const [role, { yes, no }] of Object.entries(only)) {
  roles(`${role} has what its function needs, and no more`, () => {
    const policies = [...policiesIn(made(role)), documentIn(made('Functions'))];
    for (const [rows, expected] of [
      [[...both.yes, ...yes], true],
      [[...both.no, ...no], false],
    ] as const)
      for (const [action, resource, context = {}] of rows)
        assert.is(
          allows(policies, { action, resource, context }),
          expected,
          `${action} ${resource} ${JSON.stringify(context)}`,
        );
  });
}

roles.run();
