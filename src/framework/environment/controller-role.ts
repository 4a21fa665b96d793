import type { Stack } from 'aws-cdk-lib';
import { type CfnManagedPolicy, CfnRole } from 'aws-cdk-lib/aws-iam';
import type { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { driverMachine } from '../../engines/aws/names.js';
import { blobKey } from '../../environment/keys.js';
import { planStackName } from '../../environment/plan-stack-name.js';
import { arn, iamArn, ownPath, storedArn } from '../arns.js';
import { ownLogs } from '../logs.js';
import { allow, assumedBy, deny, policy } from '../policy.js';
import { taskTokens } from './host-statements.js';
import { driverArn, environment, ofEnvironment } from './own.js';
import { planExecutions, planMachines } from './plan-arns.js';
import { stacks } from './stacks-statements.js';
import { everything, inEnvironment } from './store-statements.js';

const driverExecutions = arn('states', `execution:${driverMachine(environment)}:*`);

export interface FunctionWorld {
  readonly stackRole: CfnRole;
  readonly logGroup: CfnLogGroup;
  /** What both functions may do. */
  readonly common: CfnManagedPolicy;
}

/** What the controller may do: write records, make the plans' stacks, run their machines. */
export const createControllerRole = (stack: Stack, { stackRole, logGroup, common }: FunctionWorld): CfnRole =>
  new CfnRole(stack, 'ControllerRole', {
    path: ownPath,
    assumeRolePolicyDocument: assumedBy('lambda.amazonaws.com'),
    managedPolicyArns: [common.ref],
    policies: [
      {
        policyName: 'Store',
        policyDocument: policy(
          allow('s3:GetObject', everything),
          allow('s3:PutObject', [
            ...inEnvironment(
              'answers',
              'deployments',
              'installations',
              'inventory',
              'locks',
              'open',
              'waiting',
            ),
            // Templates, for CloudFormation to fetch.
            storedArn(blobKey('*')),
          ]),
          allow('s3:DeleteObject', inEnvironment('open', 'waiting')),
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
          ownLogs(logGroup),
        ),
      },
      {
        policyName: 'Values',
        policyDocument: policy(
          allow('lambda:InvokeFunction', arn('lambda', 'function:*')),
          deny('lambda:InvokeFunction', arn('lambda', 'function:plancc-*')),
          // Who is meant by the ARN of an approver.
          allow(['iam:GetRole', 'iam:GetUser'], ['role/*', 'user/*'].map(iamArn)),
        ),
      },
    ],
  });
