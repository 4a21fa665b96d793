import { Fn, type Stack } from 'aws-cdk-lib';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import type { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import type { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { approvalsTopic } from '../../engines/aws/names.js';
import { createAlarm } from '../alarm.js';
import { deadJobs, driverFailures, sweepFailures } from '../alarm-names.js';
import { arn } from '../arns.js';
import { environment } from './own.js';

const topic = arn('sns', approvalsTopic);

/**
 * What the framework itself cannot mend. Errors of controller and worker are none: by an error a function also says that
 * something is still at work, or that a deployment has failed, which its record tells.
 */
export function createAlarms(
  stack: Stack,
  controller: CfnFunction,
  driver: CfnStateMachine,
  dead: CfnQueue,
): void {
  createAlarm(stack, 'DriverFailures', {
    name: Fn.sub(driverFailures(environment)),
    description: 'A deployment could not be brought to its end; the sweep closes its record',
    metric: ['AWS/States', 'ExecutionsFailed'],
    of: ['StateMachineArn', driver.ref],
    statistic: 'Sum',
    topic,
  });
  createAlarm(stack, 'SweepFailures', {
    name: Fn.sub(sweepFailures(environment)),
    description: 'The sweep has failed three times in a row; look at the log of the controller',
    metric: ['AWS/Lambda', 'AsyncEventsDropped'],
    of: ['FunctionName', controller.ref],
    statistic: 'Sum',
    topic,
  });
  createAlarm(stack, 'DeadJobs', {
    name: Fn.sub(deadJobs(environment)),
    description: 'Jobs could not be begun; their states end by themselves',
    metric: ['AWS/SQS', 'ApproximateNumberOfMessagesVisible'],
    of: ['QueueName', dead.attrQueueName],
    statistic: 'Maximum',
    topic,
  });
}
