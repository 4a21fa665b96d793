import { blobKey } from '../../environment/keys.js';
import { planStackName } from '../../environment/plan-stack-name.js';
import { allStores, arn, iamArn, storedArn } from '../arns.js';
import { allow, deny, type Statement } from '../policy.js';
import { frameworkArns, noMappings } from './framework-arns.js';
import { notOthers } from './other-environments.js';
import { boundaryArn, environment, planRoles, withoutBoundary } from './own.js';
import { allPlanRoles, planMachines } from './plan-arns.js';

/** What CloudFormation calls things of a plan's stack that have no name in its template. */
const generated = planStackName(environment, '*');
const planPolicies = iamArn(`policy/plancc/${environment}/*`);
const bounded = { StringEquals: { 'iam:PermissionsBoundary': boundaryArn } };

/** What the stack of every plan is made of, whatever the policies of the environment. */
export const planResources: readonly Statement[] = [
  allow(['iam:CreateRole', 'iam:PutRolePolicy', 'iam:AttachRolePolicy'], planRoles, bounded),
  allow(
    [
      'iam:DeleteRole',
      'iam:DeleteRolePolicy',
      'iam:DetachRolePolicy',
      'iam:GetRole',
      'iam:GetRolePolicy',
      'iam:ListAttachedRolePolicies',
      'iam:ListRolePolicies',
      'iam:PassRole',
      'iam:TagRole',
      'iam:UntagRole',
      'iam:UpdateAssumeRolePolicy',
      'iam:UpdateRole',
      'iam:UpdateRoleDescription',
    ],
    planRoles,
  ),
  allow(
    [
      'iam:CreatePolicy',
      'iam:CreatePolicyVersion',
      'iam:DeletePolicy',
      'iam:DeletePolicyVersion',
      'iam:GetPolicy',
      'iam:GetPolicyVersion',
      'iam:ListEntitiesForPolicy',
      'iam:ListPolicyVersions',
      'iam:TagPolicy',
      'iam:UntagPolicy',
    ],
    planPolicies,
  ),
  allow('states:*', planMachines),
  allow('sqs:*', arn('sqs', generated)),
  allow(
    'logs:*',
    [`/aws/vendedlogs/states/${generated}`, generated].map((name) => arn('logs', `log-group:${name}`)),
  ),
  // None of these has an ARN before it is made: https://docs.aws.amazon.com/service-authorization/latest/reference/list_elasticcontainerservice.html
  allow(['ecs:RegisterTaskDefinition', 'ecs:DeregisterTaskDefinition', 'ecs:DescribeTaskDefinition'], '*'),
  allow('ecs:TagResource', arn('ecs', 'task-definition/*')),
  allow('logs:DescribeLogGroups', '*'),
  // The code of functions, nested templates and the like.
  allow('s3:GetObject', storedArn(blobKey('*'))),
];

/** What no stack may do, even of an environment whose policies allow everything. */
export const never: readonly Statement[] = [
  deny('*', frameworkArns),
  {
    Effect: 'Deny',
    NotAction: ['s3:GetObject', 's3:GetObjectVersion'],
    Resource: allStores(),
  },
  deny(
    ['s3:GetObject', 's3:GetObjectVersion'],
    ['environments', 'jobs', 'logs'].map((folder) => allStores(`/${folder}/*`)),
  ),
  deny(['iam:CreateRole', 'iam:PutRolePermissionsBoundary'], allPlanRoles, withoutBoundary),
  deny('iam:DeleteRolePermissionsBoundary', allPlanRoles),
  noMappings,
  ...notOthers,
];
