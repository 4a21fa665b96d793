import type { Statement } from '../../asl/statement.js';
import type { Written } from '../arn.js';
import type { StateContext } from '../define.js';
import { assumeRole, passRole } from '../roles.js';
import type { StackProperties } from './schema.js';

/** A role of another account hands over roles itself. */
export function stackPermissions({ plan, properties }: StateContext<StackProperties>): readonly Statement[] {
  const { RoleArn, AssumeRoleArn } = properties;
  if (AssumeRoleArn !== undefined) return [assumeRole(plan, AssumeRoleArn as Written)];
  return RoleArn === undefined ? [] : [passRole(plan, RoleArn as Written, 'cloudformation.amazonaws.com')];
}
