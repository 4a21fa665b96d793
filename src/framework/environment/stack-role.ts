import type { Stack } from 'aws-cdk-lib';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { ownPath } from '../arns.js';
import { assumedBy, policy } from '../policy.js';
import type { Parameters } from './parameters.js';
import { never, planResources } from './stack-role-statements.js';

/**
 * What CloudFormation makes stacks with, those of plans and those of their states. As in `cdk bootstrap` it may do everything
 * unless the environment was given other policies, but it never touches plancc itself.
 */
export const createStackRole = (stack: Stack, { executionPolicies }: Parameters): CfnRole =>
  new CfnRole(stack, 'StackRole', {
    path: ownPath,
    description: 'CloudFormation makes the stacks of the environment with it',
    assumeRolePolicyDocument: assumedBy('cloudformation.amazonaws.com'),
    managedPolicyArns: executionPolicies.valueAsList,
    policies: [
      { policyName: 'Plans', policyDocument: policy(...planResources) },
      { policyName: 'Never', policyDocument: policy(...never) },
    ],
  });
