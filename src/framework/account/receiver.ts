import type { CfnParameter, Stack } from 'aws-cdk-lib';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import {
  CfnEventInvokeConfig,
  CfnEventSourceMapping,
  CfnFunction,
  CfnPermission,
} from 'aws-cdk-lib/aws-lambda';
import type { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { controllerFunction, receiverFunction } from '../../engines/aws/names.js';
import { arn, ownPath } from '../arns.js';
import { functionDefaults } from '../function-defaults.js';
import { createLogGroup, ownLogs } from '../logs.js';
import { allow, assumedBy, policy } from '../policy.js';

/** It waits for a controller to receive what it is told. */
export const receiverSeconds = 60;

interface Given {
  /** Its program, which CloudFormation makes the file `index.js` of. */
  readonly code: string;
  readonly queue: CfnQueue;
  readonly dead: CfnQueue;
  readonly logDays: CfnParameter;
}

/**
 * The function that hands on to the controller of the environment concerned what S3 and Step Functions tell. It may do
 * nothing else.
 */
export function createReceiver(stack: Stack, { code, queue, dead, logDays }: Given): CfnFunction {
  const logGroup = createLogGroup(stack, 'ReceiverLogs', `/aws/lambda/${receiverFunction}`, logDays);
  const role = new CfnRole(stack, 'ReceiverRole', {
    path: ownPath,
    assumeRolePolicyDocument: assumedBy('lambda.amazonaws.com'),
    policies: [
      {
        policyName: 'Receiver',
        policyDocument: policy(
          allow('lambda:InvokeFunction', arn('lambda', `function:${controllerFunction('*')}`)),
          allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], queue.attrArn),
          allow('sqs:SendMessage', dead.attrArn),
          ownLogs(logGroup),
        ),
      },
    ],
  });
  const receiver = new CfnFunction(stack, 'Receiver', {
    ...functionDefaults,
    functionName: receiverFunction,
    description:
      'Tells the controllers of plancc what was put into the store, and which executions have ended',
    handler: 'index.handler',
    code: { zipFile: code },
    role: role.attrArn,
    memorySize: 256,
    timeout: receiverSeconds,
    environment: { variables: { PLANCC_NOTIFICATIONS: queue.attrArn } },
    loggingConfig: { logGroup: logGroup.ref },
  });
  new CfnEventSourceMapping(stack, 'ReceiverQueue', {
    eventSourceArn: queue.attrArn,
    functionName: receiver.ref,
    batchSize: 10,
    functionResponseTypes: ['ReportBatchItemFailures'],
  });
  const rule = new CfnRule(stack, 'ExecutionsEnded', {
    description: 'Tells plancc of executions that have ended and are named as deployments are',
    eventPattern: {
      source: ['aws.states'],
      'detail-type': ['Step Functions Execution Status Change'],
      detail: {
        status: ['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'],
        name: [{ wildcard: '20*-*-*' }],
      },
    },
    targets: [{ id: 'Receiver', arn: receiver.attrArn }],
  });
  new CfnPermission(stack, 'ReceiverPermission', {
    action: 'lambda:InvokeFunction',
    functionName: receiver.ref,
    principal: 'events.amazonaws.com',
    sourceArn: rule.attrArn,
  });
  // A lost event is found by the sweep; that it was lost should be known.
  new CfnEventInvokeConfig(stack, 'ReceiverFailures', {
    functionName: receiver.ref,
    qualifier: '$LATEST',
    maximumRetryAttempts: 2,
    destinationConfig: { onFailure: { destination: dead.attrArn } },
  });
  return receiver;
}
