import { Aws, type Stack } from 'aws-cdk-lib';
import { notificationsQueue } from '../../engines/aws/names.js';
import { arn, storeArn } from '../arns.js';
import { allow, deny, toAnyone, toService } from '../policy.js';
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

/**
 * Who has put something is what decides who has requested or approved it: nobody else says so, whatever policies they have.
 * Messages that an administrator moves back from the dead ones are sent by SQS in their name.
 */
const onlyStore = toAnyone(
  deny('sqs:SendMessage', arn('sqs', notificationsQueue), {
    ArnNotEquals: { 'aws:SourceArn': storeArn },
    Bool: { 'aws:ViaAWSService': 'false' },
  }),
);

/** Where S3 tells what was put, and by whom: only a notification to a queue, a topic or a function says so. */
export const createNotifications = (stack: Stack): Queues =>
  createQueues(stack, 'Notifications', {
    name: notificationsQueue,
    // 30 minutes, in which faults of AWS pass.
    attempts: 5,
    senders: [fromStore, onlyStore],
    // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html#events-sqs-queueconfig
    visibilityTimeout: 6 * receiverSeconds,
  });
