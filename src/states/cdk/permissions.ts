import type { Statement } from '../../asl/statement.js';
import type { Written } from '../arn.js';
import type { StateContext } from '../define.js';
import { passRole } from '../roles.js';
import type { CdkProperties } from './schema.js';

export const cdkPermissions = ({
  plan,
  properties: { RoleArn },
}: StateContext<CdkProperties>): readonly Statement[] =>
  RoleArn === undefined ? [] : [passRole(plan, RoleArn as Written, 'cloudformation.amazonaws.com')];
