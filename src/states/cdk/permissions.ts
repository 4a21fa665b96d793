import type { Statement } from '../../asl/statement.js';
import type { Written } from '../arn.js';
import type { StateContext } from '../define.js';
import { passRole } from '../roles.js';
import { secretPermissions } from '../runner/permissions.js';
import type { CdkProperties } from './schema.js';

/**
 * What `cdk deploy` does, it does with the roles that `cdk bootstrap` has made, in whichever account; they say what that may be.
 * https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html
 */
const bootstrapped: Statement = {
  actions: ['sts:AssumeRole'],
  resources: [{ 'Fn::Sub': 'arn:${AWS::Partition}:iam::*:role/cdk-*' }],
};

export function cdkPermissions(context: StateContext<CdkProperties>): readonly Statement[] {
  const { RoleArn } = context.properties;
  const passed =
    RoleArn === undefined ? [] : [passRole(context.plan, RoleArn as Written, 'cloudformation.amazonaws.com')];
  return [bootstrapped, ...passed, ...secretPermissions(context)];
}
