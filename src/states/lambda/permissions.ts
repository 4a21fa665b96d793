import { sub, type Written } from '../arn.js';
import type { StateContext, Statement } from '../define.js';
import { functionArn } from './function-arn.js';
import type { LambdaProperties } from './schema.js';

/**
 * Exactly the function, or its version or alias, because a policy for one does not hold for the other:
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html
 */
export function lambdaPermissions({
  plan,
  properties,
}: StateContext<LambdaProperties>): readonly Statement[] {
  const { FunctionName, Qualifier } = properties;
  const arn = functionArn(plan, FunctionName as Written);
  const resource = Qualifier === undefined ? arn : sub('', arn, ':', Qualifier as Written);
  return [{ actions: ['lambda:InvokeFunction'], resources: [resource] }];
}
