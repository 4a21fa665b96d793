import { Aws, CfnCondition, CfnParameter, Fn, type Stack } from 'aws-cdk-lib';
import type { CfnBucketProps } from 'aws-cdk-lib/aws-s3';

/** What a bucket has when nobody is to destroy what was put into it; off unless the stack is given a number of days. */
export function objectLock(
  stack: Stack,
): Pick<CfnBucketProps, 'objectLockEnabled' | 'objectLockConfiguration'> {
  const days = new CfnParameter(stack, 'ObjectLockDays', {
    type: 'Number',
    description:
      'How many days nobody can destroy what was put into the store (S3 Object Lock); 0 for no lock',
    default: '0',
    minValue: 0,
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_DefaultRetention.html
    maxValue: 36_500,
  });
  const condition = new CfnCondition(stack, 'HasObjectLock', {
    expression: Fn.conditionNot(Fn.conditionEquals(days, 0)),
  });
  const whenLocked = (value: unknown) => Fn.conditionIf(condition.logicalId, value, Aws.NO_VALUE);
  const DefaultRetention = { Mode: 'GOVERNANCE', Days: days.valueAsNumber };
  return {
    objectLockEnabled: whenLocked(true),
    objectLockConfiguration: whenLocked({ ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention } }),
  };
}
