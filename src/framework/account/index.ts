import { type App, CfnOutput, type Stack } from 'aws-cdk-lib';
import { createAlarm } from '../alarm.js';
import { deadNotifications, receiverErrors } from '../alarm-names.js';
import { logRetention } from '../logs.js';
import { createStack } from '../stack.js';
import { createTopic } from './approvals-topic.js';
import { createBucket } from './bucket.js';
import { createBucketPolicy } from './bucket-policy.js';
import { createCluster } from './cluster.js';
import { createNotifications } from './notifications.js';
import { createReceiver } from './receiver.js';

/** What all environments of an account and region share. `code` is the receiver's program, in the form of CommonJS. */
export function createAccountStack(app: App, code: string): Stack {
  const stack = createStack(
    app,
    'account',
    'plancc: the store of distributions, and what tells environments of requests',
  );
  const logDays = logRetention(stack);
  const topic = createTopic(stack);
  const { queue, dead, policy } = createNotifications(stack);
  const bucket = createBucket(stack, queue.attrArn, logDays);
  // S3 tries out whether it may send to the queue.
  bucket.addResourceDependency(policy);
  createBucketPolicy(stack, bucket);
  createCluster(stack);
  const receiver = createReceiver(stack, { code, queue, dead, logDays });
  createAlarm(stack, 'DeadNotifications', {
    name: deadNotifications,
    description:
      'Requests or decisions could not be received; look at the log of the receiver, then redrive the queue',
    metric: ['AWS/SQS', 'ApproximateNumberOfMessagesVisible'],
    of: ['QueueName', dead.attrQueueName],
    statistic: 'Maximum',
    topic: topic.ref,
  });
  createAlarm(stack, 'ReceiverErrors', {
    name: receiverErrors,
    description: 'The receiver failed; look at its log',
    metric: ['AWS/Lambda', 'Errors'],
    of: ['FunctionName', receiver.ref],
    statistic: 'Sum',
    topic: topic.ref,
  });
  new CfnOutput(stack, 'StoreBucket', { value: bucket.ref });
  new CfnOutput(stack, 'ApprovalsTopic', { value: topic.ref });
  return stack;
}
