import { CfnParameter, type Stack } from 'aws-cdk-lib';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { logRetentions } from '../engines/aws/log-retentions.js';
import { allow, type Statement } from './policy.js';

export const logRetention = (stack: Stack): CfnParameter =>
  new CfnParameter(stack, 'LogRetentionDays', {
    type: 'Number',
    description: 'How many days logs are kept',
    allowedValues: logRetentions.map(String),
    // As long as Step Functions itself keeps the history of an execution.
    default: '90',
  });

/** Made before what writes to it, which would make one that keeps logs for ever. */
export const createLogGroup = (stack: Stack, id: string, name: string, days: CfnParameter): CfnLogGroup =>
  new CfnLogGroup(stack, id, { logGroupName: name, retentionInDays: days.valueAsNumber });

/** Lets a function or task write to its own log group. */
export const ownLogs = (logGroup: CfnLogGroup): Statement =>
  allow(['logs:CreateLogStream', 'logs:PutLogEvents'], logGroup.attrArn);
