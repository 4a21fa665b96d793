import type { CfnRole } from 'aws-cdk-lib/aws-iam';
import { stackActions } from '../../cloudformation/stack-actions.js';
import { allow, type Statement } from '../policy.js';

/** Lets stacks be made and deleted, with the stack role and no other. */
export const stacks = (names: string | readonly string[], { attrArn }: CfnRole): readonly Statement[] => [
  allow(stackActions.withRole, names, { ArnEquals: { 'cloudformation:RoleArn': attrArn } }),
  allow(stackActions.others, names),
];
