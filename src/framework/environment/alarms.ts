import { Fn, type Stack } from 'aws-cdk-lib';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import type { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { approvalsTopic, controllerFunction, defaultRunner, driverMachine } from '../../engines/aws/names.js';
import { createAlarm } from '../alarm.js';
import { arn } from '../arns.js';
import { driverArn, environment } from './own.js';

const topic = arn('sns', approvalsTopic);

/**
 * What the framework itself cannot mend. Errors of controller and worker are none: by an error a function also says that
 * something is still at work, or that a deployment has failed, which its record tells.
 */
export function createAlarms(stack: Stack, controller: CfnFunction, dead: CfnQueue): void {
  createAlarm(stack, 'DriverFailures', {
    name: Fn.sub(`${driverMachine(environment)}-failed`),
    description: 'A deployment could not be brought to its end; the sweep closes its record',
    metric: ['AWS/States', 'ExecutionsFailed'],
    of: ['StateMachineArn', driverArn],
    statistic: 'Sum',
    topic,
  });
  createAlarm(stack, 'SweepFailures', {
    name: Fn.sub(`${controllerFunction(environment)}-sweep`),
    description: 'The sweep has failed three times in a row; look at the log of the controller',
    metric: ['AWS/Lambda', 'AsyncEventsDropped'],
    of: ['FunctionName', controller.ref],
    statistic: 'Sum',
    topic,
  });
  createAlarm(stack, 'DeadJobs', {
    name: Fn.sub(`${defaultRunner(environment)}-dead`),
    description: 'Jobs could not be begun; their states end by themselves',
    metric: ['AWS/SQS', 'ApproximateNumberOfMessagesVisible'],
    of: ['QueueName', dead.attrQueueName],
    statistic: 'Maximum',
    topic,
  });
}
