import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { allows } from '../aws/iam/allows.js';
import { arn, documentIn, environmentMade, store } from './stacks.js';

const people = suite('policies for people and programs');

const made = environmentMade('prod');
const id = '20261123-105359-3e7b2c';
const digest = '0'.repeat(64);
const ofProd = { 'aws:ResourceTag/plancc:environment': 'prod' };
const ofDev = { 'aws:ResourceTag/plancc:environment': 'dev' };
const execution = arn('states', `execution:PlanccStateMachine-1:${id}`);

type Row = readonly [action: string, resource: string, context?: { readonly [key: string]: string }];

const looking: readonly Row[] = [
  ['s3:ListBucket', store],
  ['s3:GetObject', `${store}/environments/prod/inventory/shop.json`],
  ['s3:GetObject', `${store}/environments/dev/environment.json`],
  ['s3:GetObject', `${store}/distributions/shop/1.0.0/manifest.json`],
  ['s3:GetObject', `${store}/blobs/sha256/${digest}`],
  ['s3:GetObject', `${store}/logs/prod/shop/${id}/Job/20261123T105359123Z.log`],
  ['states:DescribeExecution', execution, ofProd],
  ['states:GetExecutionHistory', execution, ofProd],
  ['states:DescribeExecution', arn('states', `execution:plancc-prod-deploying:${id}`)],
  ['cloudformation:DescribeStacks', '*'],
];
const shipping: readonly Row[] = [
  ['s3:PutObject', `${store}/blobs/sha256/${digest}`],
  ['s3:AbortMultipartUpload', `${store}/blobs/sha256/${digest}`],
  ['s3:PutObject', `${store}/distributions/shop/1.0.0/manifest.json`],
  ['s3:PutObject', `${store}/environments/prod/requests/shop/${id}.json`],
];
const deciding: readonly Row[] = [
  ['s3:PutObject', `${store}/environments/prod/decisions/shop/${id}/Ok-0/${id}.json`],
];
const nobody: readonly Row[] = [
  ['s3:PutObject', `${store}/environments/prod/inventory/shop.json`],
  ['s3:PutObject', `${store}/environments/prod/deployments/requests/${id}.json`],
  ['s3:PutObject', `${store}/environments/prod/environment.json`],
  ['s3:PutObject', `${store}/environments/dev/requests/shop/${id}.json`],
  ['s3:PutObject', `${store}/environments/dev/decisions/shop/${id}/Ok-0/${id}.json`],
  ['s3:PutObject', `${store}/framework/${digest}/functions.zip`],
  ['s3:GetObject', `${store}/environments/dev/inventory/shop.json`],
  ['s3:GetObject', `${store}/logs/dev/shop/${id}/Job/20261123T105359123Z.log`],
  // Jobs hold the tokens of states that wait.
  ['s3:GetObject', `${store}/jobs/prod/shop/${id}/1.json`],
  ['s3:DeleteObject', `${store}/environments/prod/requests/shop/${id}.json`],
  ['states:GetExecutionHistory', execution, ofDev],
  ['states:StartExecution', arn('states', 'stateMachine:PlanccStateMachine-1'), ofProd],
  ['states:StopExecution', execution, ofProd],
  ['states:SendTaskSuccess', arn('states', 'stateMachine:PlanccStateMachine-1'), ofProd],
  ['lambda:InvokeFunction', arn('lambda', 'function:plancc-prod-controller')],
];

const who = {
  Viewer: [looking, [...shipping, ...deciding, ...nobody]],
  Deployer: [
    [...looking, ...shipping],
    [...deciding, ...nobody],
  ],
  Approver: [
    [...looking, ...deciding],
    [...shipping, ...nobody],
  ],
} as const;

for (const [name, [yes, no]] of Object.entries(who)) {
  people(`the ${name.toLowerCase()}`, () => {
    const properties = made(name);
    assert.is(properties.ManagedPolicyName, `plancc-prod-eu-west-1-${name.toLowerCase()}`);
    for (const [rows, expected] of [
      [yes, true],
      [no, false],
    ] as const)
      for (const [action, resource, context = {}] of rows)
        assert.is(
          allows([documentIn(properties)], { action, resource, context }),
          expected,
          `${action} ${resource}`,
        );
  });
}

people.run();
