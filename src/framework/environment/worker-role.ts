import { Fn, type Stack } from 'aws-cdk-lib';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { storeBucket } from '../../engines/aws/names.js';
import { blobKey } from '../../environment/keys.js';
import { arn, ownPath } from '../arns.js';
import { ownLogs } from '../logs.js';
import { allow, assumedBy, deny, policy } from '../policy.js';
import type { FunctionWorld } from './controller-role.js';
import { ofEnvironment, planRoles } from './own.js';
import { planMachines } from './plan-arns.js';
import { stacks } from './stacks-statements.js';
import { inEnvironment } from './store-statements.js';

/** Blobs in the stores of this account's regions: CloudFormation fetches templates and code only from its own region. */
const blobs = Fn.sub(`arn:\${AWS::Partition}:s3:::${storeBucket('${AWS::AccountId}', '*')}/${blobKey('*')}`);

/** What the worker may do itself. What a plan names, it does with the credentials of the plan's own role. */
export const createWorkerRole = (stack: Stack, { stackRole, logGroup, common }: FunctionWorld): CfnRole =>
  new CfnRole(stack, 'WorkerRole', {
    path: ownPath,
    assumeRolePolicyDocument: assumedBy('lambda.amazonaws.com'),
    managedPolicyArns: [common.ref],
    policies: [
      {
        policyName: 'Store',
        policyDocument: policy(
          allow('s3:GetObject', inEnvironment('attempts', 'deployments', 'inventory', 'waiting')),
          allow('s3:PutObject', inEnvironment('attempts', 'waiting')),
          allow('s3:DeleteObject', inEnvironment('waiting')),
          allow(['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'], blobs),
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
          allow('states:DescribeStateMachine', planMachines, ofEnvironment),
          allow('sts:AssumeRole', planRoles, { StringEquals: { 'sts:ExternalId': Fn.ref('Environment') } }),
          ownLogs(logGroup),
        ),
      },
      {
        policyName: 'Jobs',
        policyDocument: policy(allow('sqs:SendMessage', arn('sqs', '*'), ofEnvironment)),
      },
    ],
  });
