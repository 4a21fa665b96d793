import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { allows, decide, type Policy } from '../aws/iam/allows.js';
import {
  account,
  accountMade,
  arn,
  documentIn,
  environmentMade,
  policiesIn,
  region,
  store,
} from './stacks.js';

const attacks = suite('attacks on environments in AWS');

type Row = readonly [action: string, resource: string, context?: { readonly [key: string]: string }];

const everything: Policy = { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const dev = environmentMade('dev');
const ofAccount = accountMade();
const id = '20261123-105359-3e7b2c';
const digest = '0'.repeat(64);
const roleArn = (name: string) => arn('iam', `role${name}`, '');
const policyArn = (name: string) => arn('iam', `policy/${name}`, '');
const tagged = (environment: string) => ({ 'aws:ResourceTag/plancc:environment': environment });
const madeBy = (state: string) => ({ 'aws:ResourceTag/plancc:state': state });

/** Whoever writes plans for dev, with all that an author and an administrator of dev could allow them. */
const authors: { readonly [name: string]: readonly Policy[] } = {
  'a role of a plan': [documentIn(dev('Boundary'))],
  'a stack': [...policiesIn(dev('StackRole')), everything],
};
/** Whom AWS asks for both: the policies of a role, and what bounds it. */
const job = {
  name: 'a job that names no runner',
  policies: policiesIn(dev('JobRole')),
  boundary: [documentIn(dev('Boundary'))],
};

const refused = (policies: readonly Policy[], rows: readonly Row[], who: string) => {
  for (const [action, resource, context = {}] of rows)
    assert.not(
      allows(policies, { action, resource, context }),
      `${who}: ${action} ${resource} ${JSON.stringify(context)}`,
    );
};

/** By which plancc itself, or another environment, would be in the hands of an author. */
const byAuthors: { readonly [aim: string]: readonly Row[] } = {
  'another program in the framework': [
    ['lambda:UpdateFunctionCode', arn('lambda', 'function:plancc-production-controller')],
    ['lambda:UpdateFunctionConfiguration', arn('lambda', 'function:plancc-receiver')],
    ['lambda:AddPermission', arn('lambda', 'function:plancc-receiver')],
    ['lambda:UpdateFunctionCode', arn('lambda', 'function:plancc-production-worker', 'us-east-1')],
    ['s3:PutObject', `${store}/framework/${digest}/functions.zip`],
    ['cloudformation:UpdateStack', arn('cloudformation', 'stack/plancc-env-production/1', 'us-east-1')],
    ['cloudformation:CreateChangeSet', arn('cloudformation', 'stack/plancc/1')],
    ['ecs:RegisterTaskDefinition', arn('ecs', 'task-definition/plancc-production-runner:2')],
    ['ecs:ExecuteCommand', arn('ecs', 'task/plancc/1')],
  ],
  'more in the policies that people hold': [
    ['iam:CreatePolicyVersion', policyArn(`plancc-dev-${region}-deployer`)],
    ['iam:SetDefaultPolicyVersion', policyArn(`plancc-production-${region}-viewer`)],
    ['iam:CreatePolicyVersion', policyArn(`plancc-framework/plancc-dev-${region}-boundary`)],
  ],
  'roles of the framework': [
    ['iam:PassRole', roleArn('/plancc-framework/plancc-env-production-StackRole-1')],
    ['sts:AssumeRole', roleArn('/plancc-framework/plancc-env-production-ControllerRole-1')],
    ['iam:UpdateAssumeRolePolicy', roleArn('/plancc-framework/plancc-env-dev-StackRole-1')],
    ['iam:PutRolePolicy', roleArn('/plancc-framework/plancc-env-dev-JobRole-1')],
  ],
  'notifications that name somebody else': [
    ['sqs:SendMessage', arn('sqs', 'plancc-notifications')],
    ['sqs:SetQueueAttributes', arn('sqs', 'plancc-notifications')],
    ['lambda:InvokeFunction', arn('lambda', 'function:plancc-receiver')],
    ['lambda:InvokeFunction', arn('lambda', 'function:plancc-production-controller')],
    [
      'lambda:CreateEventSourceMapping',
      '*',
      { 'lambda:FunctionArn': arn('lambda', 'function:plancc-receiver') },
    ],
    [
      'lambda:UpdateEventSourceMapping',
      arn('lambda', 'event-source-mapping:1'),
      { 'lambda:FunctionArn': arn('lambda', 'function:plancc-receiver') },
    ],
    ['events:PutTargets', arn('events', 'rule/plancc-ExecutionsEnded-1')],
    ['s3:PutBucketNotification', store],
  ],
  'requests, decisions and records': [
    ['s3:PutObject', `${store}/environments/production/requests/shop/${id}.json`],
    ['s3:PutObject', `${store}/environments/dev/decisions/shop/${id}/@environment/${id}.json`],
    ['s3:PutObject', `${store}/environments/dev/inventory/shop.json`],
    ['s3:PutObject', `${store}/environments/dev/deployments/shop/${id}.json`],
    ['s3:PutObject', `${store}/environments/dev/environment.json`],
    [
      's3:PutObject',
      `arn:aws:s3:::plancc-${account}-us-east-1/environments/production/requests/shop/${id}.json`,
    ],
    ['s3:PutBucketPolicy', store],
    ['s3:PutLifecycleConfiguration', store],
    ['s3:PutReplicationConfiguration', store],
  ],
  'what waits': [
    ['s3:GetObject', `${store}/environments/dev/waiting/shop/${id}/@environment.json`],
    ['states:SendTaskSuccess', arn('states', 'stateMachine:plancc-dev-deploying')],
    ['states:GetExecutionHistory', arn('states', `execution:plancc-dev-deploying:${id}`)],
    ['states:StartExecution', arn('states', 'stateMachine:plancc-production-deploying')],
  ],
  'what is of another environment': [
    ['s3:GetObject', `${store}/environments/production/deployments/shop/${id}.json`],
    ['s3:GetObject', `${store}/jobs/production/shop/${id}/1.json`],
    ['lambda:UpdateFunctionCode', arn('lambda', 'function:plancc-production-worker')],
    ['states:UpdateStateMachine', arn('states', 'stateMachine:PlanccStateMachine-1'), tagged('production')],
    [
      'states:GetExecutionHistory',
      arn('states', `execution:PlanccStateMachine-1:${id}`),
      tagged('production'),
    ],
    ['sts:AssumeRole', roleArn('/plancc/production/plan'), tagged('production')],
    ['iam:PassRole', roleArn('/plancc/production/plan'), tagged('production')],
    ['sqs:ReceiveMessage', arn('sqs', 'plancc-production--shop-PlanccRunner-1'), tagged('production')],
    ['secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:db-1'), tagged('production')],
    ['ssm:GetParameter', arn('ssm', 'parameter/db'), tagged('production')],
    ['cloudformation:DeleteStack', arn('cloudformation', 'stack/shop/1'), madeBy('production/shop/Database')],
    [
      'cloudformation:CreateChangeSet',
      arn('cloudformation', 'stack/shop/1', 'us-east-1'),
      madeBy('dev-2/shop/Database'),
    ],
  ],
  silence: [
    ['cloudwatch:DeleteAlarms', arn('cloudwatch', 'alarm:plancc-notifications-dead')],
    ['logs:DeleteLogGroup', arn('logs', 'log-group:/aws/lambda/plancc-receiver')],
    ['events:DisableRule', arn('events', 'rule/plancc-env-production-Sweep-1')],
    ['sns:DeleteTopic', arn('sns', 'plancc-approvals')],
  ],
};

for (const [aim, rows] of Object.entries(byAuthors))
  attacks(`who writes plans gets at no ${aim}`, () => {
    for (const [who, policies] of Object.entries(authors)) refused(policies, rows, who);
    const both = rows.filter(([action, resource, context = {}]) =>
      [job.policies, job.boundary].every((one) => allows(one, { action, resource, context })),
    );
    assert.equal(both, [], job.name);
  });

attacks('who writes plans gets at no role that is less bounded, however it would be done', () => {
  const others = [roleArn('/admin'), arn('iam', 'user/root', ''), arn('iam', 'group/admins', '')];
  const actions = [
    'iam:CreateRole',
    'iam:CreateUser',
    'iam:AttachRolePolicy',
    'iam:PutUserPolicy',
    'iam:DeleteRolePermissionsBoundary',
    'iam:PutRolePermissionsBoundary',
    'iam:UpdateAssumeRolePolicy',
    'iam:CreatePolicyVersion',
    'iam:SetDefaultPolicyVersion',
    'iam:CreateAccessKey',
    'iam:CreateLoginProfile',
    'iam:UpdateLoginProfile',
    'iam:AddUserToGroup',
    'iam:AttachGroupPolicy',
    'iam:PutGroupPolicy',
  ];
  const rows = actions.flatMap((action) => others.map((one): Row => [action, one]));
  refused(authors['a role of a plan']!, rows, 'a role of a plan');
});

attacks('a secret without a tag, and one with that of the environment, are for all who may read it', () => {
  for (const context of [{}, tagged('dev')])
    for (const policies of Object.values(authors))
      assert.ok(
        allows(policies, {
          action: 'secretsmanager:GetSecretValue',
          resource: arn('secretsmanager', 'secret:db-1'),
          context,
        }),
      );
});

attacks(
  'controller and worker read and change for a plan nothing that is tagged as another environment’s',
  () => {
    for (const role of ['ControllerRole', 'WorkerRole']) {
      const policies = [...policiesIn(dev(role)), documentIn(dev('Functions'))];
      const stackRole = {
        'cloudformation:RoleArn': roleArn('/plancc-framework/plancc-env-dev-StackRole-local'),
      };
      const rows: readonly Row[] = [
        ['secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:db-1'), tagged('production')],
        ['ssm:GetParameter', arn('ssm', 'parameter/db'), tagged('production')],
        [
          'cloudformation:CreateChangeSet',
          arn('cloudformation', 'stack/shop/1'),
          { ...madeBy('production/shop/Database'), ...stackRole },
        ],
        [
          'cloudformation:DeleteStack',
          arn('cloudformation', 'stack/shop/1'),
          { ...madeBy('production/shop/Database'), ...stackRole },
        ],
        ['cloudformation:CreateChangeSet', arn('cloudformation', 'stack/plancc-env-dev/1'), stackRole],
        ['lambda:InvokeFunction', arn('lambda', 'function:plancc-receiver')],
        ['lambda:InvokeFunction', arn('lambda', 'function:plancc-production-controller')],
      ];
      refused(policies, rows, role);
    }
    const worker = [...policiesIn(dev('WorkerRole')), documentIn(dev('Functions'))];
    for (const context of [{}, madeBy('dev/shop/Database')])
      assert.ok(
        allows(worker, {
          action: 'cloudformation:DescribeStacks',
          resource: arn('cloudformation', 'stack/shop/1'),
          context,
        }),
      );
  },
);

attacks('who deploys to dev deploys nothing to production, reads nothing of it, and approves nothing', () => {
  const ownToRead = ({ 0: action, 1: resource }: Row) =>
    action === 's3:GetObject' && resource.startsWith(`${store}/environments/dev/`);
  const more: readonly Row[] = [
    ['s3:GetObject', `${store}/environments/production/inventory/shop.json`],
    ['s3:GetObject', `${store}/logs/production/shop/${id}/Job/1.log`],
    ['s3:PutObject', `${store}/environments/dev/decisions/shop/${id}/Ok-0/${id}.json`],
    ['s3:PutObject', `${store}/environments/dev-2/requests/shop/${id}.json`],
    ['states:SendTaskSuccess', arn('states', 'stateMachine:plancc-dev-deploying')],
    ['iam:PassRole', roleArn('/plancc/dev/plan')],
  ];
  const rows = [
    ...Object.values(byAuthors)
      .flat()
      .filter((row) => !ownToRead(row)),
    ...more,
  ];
  refused([documentIn(dev('Deployer'))], rows, 'a deployer');
});

const anybody = { 'aws:PrincipalArn': roleArn('/admin'), 'aws:SecureTransport': 'true' };
const stored = (action: string, key: string, context: { readonly [key: string]: string }) =>
  decide([everything, documentIn(ofAccount('StorePolicy'))], {
    action,
    resource: `${store}/${key}`,
    context: { ...anybody, ...context },
  });

attacks('the store is not asked by another name: policies of plans and people say its own', () => {
  const through = { 's3:DataAccessPointArn': arn('s3', 'accesspoint/mine') };
  const isNew = { 's3:if-none-match': '*', 's3:ObjectCreationOperation': 'true' };
  const request = `environments/production/requests/shop/${id}.json`;
  assert.is(stored('s3:PutObject', request, isNew), 'allowed');
  assert.is(stored('s3:PutObject', request, { ...isNew, ...through }), 'denied');
  assert.is(stored('s3:GetObject', `jobs/production/shop/${id}/1.json`, through), 'denied');
  assert.is(stored('s3:ReplicateObject', request, {}), 'denied');
});

attacks('a distribution called as a document of an environment has records that nobody else writes', () => {
  for (const folder of ['inventory', 'locks', 'installations'])
    assert.is(
      stored('s3:PutObject', `environments/production/${folder}/environment.json`, {
        's3:ObjectCreationOperation': 'true',
      }),
      'denied',
    );
  assert.is(
    stored('s3:PutObject', 'environments/production/environment.json', {
      's3:ObjectCreationOperation': 'true',
    }),
    'allowed',
  );
});

attacks('the store alone sends notifications', () => {
  const policy = documentIn(ofAccount('NotificationsPolicy'));
  const send = (context: { readonly [key: string]: string }) =>
    decide([everything, policy], {
      action: 'sqs:SendMessage',
      resource: arn('sqs', 'plancc-notifications'),
      context: { 'aws:SecureTransport': 'true', 'aws:ViaAWSService': 'false', ...context },
    });
  assert.is(send({ 'aws:SourceArn': store, 'aws:SourceAccount': account }), 'allowed');
  assert.is(send({}), 'denied');
  assert.is(send({ 'aws:SourceArn': 'arn:aws:s3:::mine', 'aws:SourceAccount': account }), 'denied');
});

attacks('what tells of executions that have ended is Step Functions, which nobody can say to be', () => {
  // https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html
  const { EventPattern } = ofAccount('ExecutionsEnded');
  assert.equal((EventPattern as { readonly source: unknown }).source, ['aws.states']);
});

attacks.run();
