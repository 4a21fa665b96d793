import type { Stack } from 'aws-cdk-lib';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import type { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { driverMachine } from '../../engines/aws/names.js';
import { blobKey } from '../../environment/keys.js';
import { planStackName } from '../../environment/plan-stack-name.js';
import { arn, iamArn, ownPath, storedArn } from '../arns.js';
import { ownLogs } from '../logs.js';
import { allow, assumedBy, deny, policy } from '../policy.js';
import { planExecutions, planMachines, taskTokens } from './host-statements.js';
import { hosting } from './jobs-statements.js';
import { driverArn, environment, ofEnvironment } from './own.js';
import type { Runner } from './runner.js';
import { stacks } from './stacks-statements.js';
import { everything, inEnvironment, keys, versions } from './store-statements.js';
import { telling } from './telling-statements.js';
import { values } from './value-statements.js';

const driverExecutions = arn('states', `execution:${driverMachine(environment)}:*`);

export interface FunctionWorld {
  readonly stackRole: CfnRole;
  readonly logGroup: CfnLogGroup;
  readonly runner: Runner;
}

/** What the controller may do: write records, make the plans' stacks, run their machines. */
export const createControllerRole = (stack: Stack, { stackRole, logGroup, runner }: FunctionWorld): CfnRole =>
  new CfnRole(stack, 'ControllerRole', {
    path: ownPath,
    assumeRolePolicyDocument: assumedBy('lambda.amazonaws.com'),
    policies: [
      {
        policyName: 'Store',
        policyDocument: policy(
          keys,
          allow('s3:GetObject', [everything, ...versions]),
          allow(
            's3:PutObject',
            inEnvironment('answers', 'deployments', 'installations', 'inventory', 'locks', 'open', 'waiting'),
          ),
          allow('s3:DeleteObject', inEnvironment('open', 'waiting')),
          // Templates, for CloudFormation to fetch.
          allow('s3:PutObject', storedArn(blobKey('*'))),
        ),
      },
      {
        policyName: 'Deployments',
        policyDocument: policy(
          allow('states:StartExecution', driverArn),
          allow(['states:DescribeExecution', 'states:StopExecution'], driverExecutions),
          allow('states:StartExecution', planMachines, ofEnvironment),
          allow(
            [
              'states:DescribeExecution',
              'states:GetExecutionHistory',
              'states:RedriveExecution',
              'states:StopExecution',
            ],
            planExecutions,
            ofEnvironment,
          ),
          taskTokens(driverArn, planMachines),
          ...stacks(arn('cloudformation', `stack/${planStackName(environment, '*')}/*`), stackRole),
          ...telling,
          ownLogs(logGroup),
        ),
      },
      { policyName: 'Jobs', policyDocument: policy(...hosting(runner)) },
      {
        policyName: 'Values',
        policyDocument: policy(
          ...values,
          allow('lambda:InvokeFunction', arn('lambda', 'function:*')),
          deny('lambda:InvokeFunction', arn('lambda', 'function:plancc-*')),
          // Who is meant by the ARN of an approver.
          allow(['iam:GetRole', 'iam:GetUser'], ['role/*', 'user/*'].map(iamArn)),
        ),
      },
    ],
  });
