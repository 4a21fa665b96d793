import { CfnParameter, type Stack } from 'aws-cdk-lib';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { allow, type Statement } from './policy.js';

/** Numbers of days that CloudWatch can keep logs: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const retentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export const logRetention = (stack: Stack): CfnParameter =>
  new CfnParameter(stack, 'LogRetentionDays', {
    type: 'Number',
    description: 'How many days logs are kept',
    allowedValues: retentions.map(String),
    // As long as Step Functions itself keeps the history of an execution.
    default: '90',
  });

/** Made before what writes to it, which would make one that keeps logs for ever. */
export const createLogGroup = (stack: Stack, id: string, name: string, days: CfnParameter): CfnLogGroup =>
  new CfnLogGroup(stack, id, { logGroupName: name, retentionInDays: days.valueAsNumber });

/** Lets a function or task write to its own log group. */
export const ownLogs = (logGroup: CfnLogGroup): Statement =>
  allow(['logs:CreateLogStream', 'logs:PutLogEvents'], logGroup.attrArn);
