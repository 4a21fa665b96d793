import { Aws, type Stack } from 'aws-cdk-lib';
import { notificationsQueue } from '../../engines/aws/names.js';
import { arn, storeArn } from '../arns.js';
import { allow, toService } from '../policy.js';
import { createQueues, type Queues } from '../queue.js';
import { receiverSeconds } from './receiver.js';

/** The store of this account, and no other bucket of any account. */
const fromStore = toService(
  's3.amazonaws.com',
  allow('sqs:SendMessage', arn('sqs', notificationsQueue), {
    ArnEquals: { 'aws:SourceArn': storeArn },
    StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
  }),
);

/** Where S3 tells what was put, and by whom: only a notification to a queue, a topic or a function says so. */
export const createNotifications = (stack: Stack): Queues =>
  createQueues(stack, 'Notifications', {
    name: notificationsQueue,
    // 30 minutes, in which faults of AWS pass.
    attempts: 5,
    senders: [fromStore],
    // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html#events-sqs-queueconfig
    visibilityTimeout: 6 * receiverSeconds,
  });
