import type { Stack } from 'aws-cdk-lib';
import { CfnManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { allStores, ownPath } from '../arns.js';
import { allow, deny, policy } from '../policy.js';
import { frameworkArns, noMappings } from './framework-arns.js';
import { hostObjects, hostQueue } from './host-statements.js';
import { notOthers } from './other-environments.js';
import { boundaryName, planRoles, runnerQueueArn, withoutBoundary, workerArn } from './own.js';
import { allPlanRoles, allPlanStacks } from './plan-arns.js';

/**
 * What bounds every role of a plan, whatever its author has written into its policies: all of the account but what plancc
 * itself consists of, and no roles or users that are less bounded.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export const createBoundary = (stack: Stack): CfnManagedPolicy =>
  new CfnManagedPolicy(stack, 'Boundary', {
    managedPolicyName: boundaryName,
    path: ownPath,
    description: 'Bounds the roles of plans: they cannot touch plancc itself',
    policyDocument: policy(
      {
        Effect: 'Allow',
        Action: '*',
        NotResource: [...frameworkArns, allStores(), allPlanRoles, allPlanStacks],
      },
      allow('lambda:InvokeFunction', workerArn),
      allow(['iam:GetRole', 'iam:PassRole', 'sts:AssumeRole'], planRoles),
      hostQueue(runnerQueueArn),
      ...hostObjects,
      deny(
        [
          'iam:AttachRolePolicy',
          'iam:AttachUserPolicy',
          'iam:CreateRole',
          'iam:CreateUser',
          'iam:PutRolePermissionsBoundary',
          'iam:PutRolePolicy',
          'iam:PutUserPermissionsBoundary',
          'iam:PutUserPolicy',
        ],
        '*',
        withoutBoundary,
      ),
      // Others' passwords, keys, trust and policies would be a way around it: IAM knows no boundary for these.
      deny(
        [
          'iam:AddUserToGroup',
          'iam:AttachGroupPolicy',
          'iam:CreateAccessKey',
          'iam:CreateLoginProfile',
          'iam:CreatePolicyVersion',
          'iam:DeleteRolePermissionsBoundary',
          'iam:DeleteUserPermissionsBoundary',
          'iam:PutGroupPolicy',
          'iam:SetDefaultPolicyVersion',
          'iam:UpdateAssumeRolePolicy',
          'iam:UpdateLoginProfile',
        ],
        '*',
      ),
      noMappings,
      ...notOthers,
    ),
  });
