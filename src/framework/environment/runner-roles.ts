import { Fn, type Stack } from 'aws-cdk-lib';
import { type CfnManagedPolicy, CfnRole } from 'aws-cdk-lib/aws-iam';
import type { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import type { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { ownPath } from '../arns.js';
import { ownLogs } from '../logs.js';
import { allow, assumedBy, ofThisAccount, policy } from '../policy.js';
import { hostObjects, hostQueue, taskTokens } from './host-statements.js';
import { planMachines } from './plan-arns.js';
import { values } from './value-statements.js';

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html#create_task_iam_policy_and_role */
const assumed = assumedBy('ecs-tasks.amazonaws.com', ofThisAccount);

/** The role of ECS, which starts the containers. Their images are public. */
export const createExecutionRole = (stack: Stack, logGroup: CfnLogGroup): CfnRole =>
  new CfnRole(stack, 'RunnerExecutionRole', {
    path: ownPath,
    assumeRolePolicyDocument: assumed,
    policies: [{ policyName: 'Execution', policyDocument: policy(ownLogs(logGroup)) }],
  });

/** The role of jobs that name no runner: bounded as those of plans are, since what authors write runs under it. */
export const createJobRole = (stack: Stack, queue: CfnQueue, boundary: CfnManagedPolicy): CfnRole =>
  new CfnRole(stack, 'JobRole', {
    path: ownPath,
    description: 'Jobs that name no runner have it',
    permissionsBoundary: boundary.ref,
    assumeRolePolicyDocument: assumed,
    policies: [
      {
        policyName: 'Host',
        policyDocument: policy(hostQueue(queue.attrArn), ...hostObjects, taskTokens(planMachines), ...values),
      },
      {
        policyName: 'Cdk',
        // Those of `cdk bootstrap` decide what it may do, in whichever account they are.
        policyDocument: policy(allow('sts:AssumeRole', Fn.sub('arn:${AWS::Partition}:iam::*:role/cdk-*'))),
      },
    ],
  });
