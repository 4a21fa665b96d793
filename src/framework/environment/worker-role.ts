import { Fn, type Stack } from 'aws-cdk-lib';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import type { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { cluster } from '../../engines/aws/names.js';
import { blobKey } from '../../environment/keys.js';
import { arn, ownPath, storedArn } from '../arns.js';
import { ownLogs } from '../logs.js';
import { allow, assumedBy, deny, policy } from '../policy.js';
import { ofEnvironment, planRoles } from './own.js';
import type { Runner } from './runner.js';
import { stacks } from './stacks-statements.js';
import { inEnvironment, jobs, keys, versions } from './store-statements.js';
import { telling } from './telling-statements.js';
import { values } from './value-statements.js';

const toTasks = { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } };
const inCluster = { ArnEquals: { 'ecs:cluster': arn('ecs', `cluster/${cluster}`) } };

interface Given {
  readonly stackRole: CfnRole;
  readonly logGroup: CfnLogGroup;
  readonly runner: Runner;
}

/** What the worker may do itself. What a plan names, it does with the credentials of the plan's own role. */
export const createWorkerRole = (stack: Stack, { stackRole, logGroup, runner }: Given): CfnRole =>
  new CfnRole(stack, 'WorkerRole', {
    path: ownPath,
    assumeRolePolicyDocument: assumedBy('lambda.amazonaws.com'),
    policies: [
      {
        policyName: 'Store',
        policyDocument: policy(
          keys,
          allow('s3:GetObject', [
            ...versions,
            ...inEnvironment('attempts', 'deployments', 'inventory', 'waiting'),
            jobs,
          ]),
          allow('s3:PutObject', [storedArn(blobKey('*')), ...inEnvironment('attempts', 'waiting'), jobs]),
          allow('s3:DeleteObject', [...inEnvironment('waiting'), jobs]),
        ),
      },
      {
        policyName: 'States',
        policyDocument: policy(
          ...stacks(arn('cloudformation', 'stack/*', '*'), stackRole),
          deny('cloudformation:*', arn('cloudformation', 'stack/plancc*', '*')),
          // The transforms of templates: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros-overview.html
          allow(
            'cloudformation:CreateChangeSet',
            Fn.sub('arn:${AWS::Partition}:cloudformation:*:aws:transform/*'),
          ),
          allow('sts:AssumeRole', planRoles, { StringEquals: { 'sts:ExternalId': Fn.ref('Environment') } }),
          ...values,
          ...telling,
          ownLogs(logGroup),
        ),
      },
      {
        policyName: 'Jobs',
        policyDocument: policy(
          allow('sqs:SendMessage', runner.queue.attrArn),
          allow('sqs:SendMessage', arn('sqs', '*'), ofEnvironment),
          allow('ecs:RunTask', runner.task.ref, inCluster),
          allow('ecs:RunTask', arn('ecs', 'task-definition/*'), { ...ofEnvironment, ...inCluster }),
          allow('iam:PassRole', [planRoles, runner.role.attrArn, runner.executionRole.attrArn], toTasks),
        ),
      },
    ],
  });
