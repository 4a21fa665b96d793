import { CfnCondition, Fn, type Stack } from 'aws-cdk-lib';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { ownPath } from '../arns.js';
import { assumedBy, policy } from '../policy.js';
import type { Parameters } from './parameters.js';
import { never, planResources } from './stack-statements.js';

const administrator = 'arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess';

/**
 * What CloudFormation makes stacks with, those of plans and those of their states. As in `cdk bootstrap` it may do everything
 * unless the environment was given other policies, but it never touches plancc itself.
 */
export function createStackRole(stack: Stack, { executionPolicies }: Parameters): CfnRole {
  const given = new CfnCondition(stack, 'HasExecutionPolicies', {
    expression: Fn.conditionNot(Fn.conditionEquals(Fn.join('', executionPolicies.valueAsList), '')),
  });
  return new CfnRole(stack, 'StackRole', {
    path: ownPath,
    description: 'CloudFormation makes the stacks of the environment with it',
    assumeRolePolicyDocument: assumedBy('cloudformation.amazonaws.com'),
    // No list of its own: the type of the property knows only texts.
    managedPolicyArns: Fn.conditionIf(given.logicalId, executionPolicies.valueAsList, [
      Fn.sub(administrator),
    ]) as unknown as string[],
    policies: [
      { policyName: 'Plans', policyDocument: policy(...planResources) },
      { policyName: 'Never', policyDocument: policy(...never) },
    ],
  });
}
