import type { CfnRole } from 'aws-cdk-lib/aws-iam';
import { allow, type Statement } from '../policy.js';

/** Lets stacks be made and deleted, with the stack role and no other. */
export const stacks = (names: string | readonly string[], { attrArn }: CfnRole): readonly Statement[] => [
  allow(
    ['cloudformation:CreateChangeSet', 'cloudformation:DeleteStack', 'cloudformation:RollbackStack'],
    names,
    {
      ArnEquals: { 'cloudformation:RoleArn': attrArn },
    },
  ),
  allow(
    [
      'cloudformation:CancelUpdateStack',
      'cloudformation:DeleteChangeSet',
      'cloudformation:DescribeChangeSet',
      'cloudformation:DescribeStackEvents',
      'cloudformation:DescribeStacks',
      'cloudformation:ExecuteChangeSet',
      'cloudformation:SetStackPolicy',
      'cloudformation:UpdateTerminationProtection',
    ],
    names,
  ),
  allow('iam:PassRole', attrArn, { StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } }),
];
