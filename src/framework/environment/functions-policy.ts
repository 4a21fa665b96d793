import type { Stack } from 'aws-cdk-lib';
import { CfnManagedPolicy, type CfnRole } from 'aws-cdk-lib/aws-iam';
import { approvalsTopic } from '../../engines/aws/names.js';
import { arn, ownPath } from '../arns.js';
import { allow, policy } from '../policy.js';
import { hosting } from './jobs-statements.js';
import { notOthers } from './other-environments.js';
import type { Runner } from './runner.js';
import { keys, versions } from './store-statements.js';
import { values } from './value-statements.js';

/** What controller and worker have in common: they look into the store, start hosts of runners, have stacks made, and tell. */
export const createFunctionsPolicy = (stack: Stack, stackRole: CfnRole, runner: Runner): CfnManagedPolicy =>
  new CfnManagedPolicy(stack, 'Functions', {
    path: ownPath,
    policyDocument: policy(
      keys,
      allow('s3:GetObject', versions),
      ...hosting(runner),
      allow('iam:PassRole', stackRole.attrArn, {
        StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' },
      }),
      ...values,
      ...notOthers,
      allow('events:PutEvents', arn('events', 'event-bus/default'), {
        StringEquals: { 'events:source': 'plancc.deployment' },
      }),
      allow('sns:Publish', arn('sns', approvalsTopic)),
    ),
  });
