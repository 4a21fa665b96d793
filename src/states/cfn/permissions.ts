import type { Statement } from '../../asl/statement.js';
import { stackActions } from '../../cloudformation/stack-actions.js';
import type { Plan } from '../../language/plan.js';
import { sub, type Written } from '../arn.js';
import type { StateContext } from '../define.js';
import { assumeRole, passRole } from '../roles.js';
import type { StackProperties } from './schema.js';

/**
 * What the worker does with the plan's role where a state names another one than the environment's: assumes a role, which
 * has all permissions itself, or makes the stack with a service role that it hands over.
 */
export function stackPermissions({ plan, properties }: StateContext<StackProperties>): readonly Statement[] {
  const { RoleArn, AssumeRoleArn } = properties;
  if (AssumeRoleArn !== undefined) return [assumeRole(plan, AssumeRoleArn as Written)];
  return RoleArn === undefined ? [] : withServiceRole(plan, RoleArn as Written, properties);
}

const withServiceRole = (
  plan: Plan,
  role: Written,
  { StackName, Region = { Ref: 'AWS::Region' } }: StackProperties,
): readonly Statement[] => [
  passRole(plan, role, 'cloudformation.amazonaws.com'),
  {
    actions: [...stackActions.withRole, ...stackActions.others],
    resources: [
      sub(
        'arn:${AWS::Partition}:cloudformation:',
        Region as Written,
        { 'Fn::Sub': ':${AWS::AccountId}:stack/' },
        StackName as Written,
        '/*',
      ),
    ],
  },
  // A template with a transform needs that, too.
  {
    actions: ['cloudformation:CreateChangeSet'],
    resources: [sub('arn:${AWS::Partition}:cloudformation:', Region as Written, ':aws:transform/*')],
  },
  // CloudFormation reads templates as whoever asks it.
  {
    actions: ['s3:GetObject'],
    resources: [
      sub('arn:${AWS::Partition}:s3:::plancc-${AWS::AccountId}-', Region as Written, '/blobs/sha256/*'),
    ],
  },
];
