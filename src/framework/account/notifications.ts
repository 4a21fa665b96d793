import { Aws, type Stack } from 'aws-cdk-lib';
import { type CfnQueue, CfnQueuePolicy } from 'aws-cdk-lib/aws-sqs';
import { notificationsQueue } from '../../engines/aws/names.js';
import { storeArn } from '../arns.js';
import { allow, onlyTls, policy, type Statement, toService } from '../policy.js';
import { createQueues } from '../queue.js';
import { receiverSeconds } from './receiver.js';

/** How often a notification is received before it counts as dead: 30 minutes, in which faults of AWS pass. */
const attempts = 5;

/** Where S3 tells what was put, and by whom: only a notification to a queue, a topic or a function says so. */
export function createNotifications(stack: Stack) {
  const queues = createQueues(
    stack,
    'Notifications',
    {
      queueName: notificationsQueue,
      // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html#events-sqs-queueconfig
      visibilityTimeout: 6 * receiverSeconds,
    },
    attempts,
  );
  const fromStore = (queue: CfnQueue) =>
    toService(
      's3.amazonaws.com',
      allow('sqs:SendMessage', queue.attrArn, {
        ArnEquals: { 'aws:SourceArn': storeArn },
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
      }),
    );
  const policyOf = (id: string, queue: CfnQueue, ...statements: readonly Statement[]) =>
    new CfnQueuePolicy(stack, id, {
      queues: [queue.ref],
      policyDocument: policy(...statements, onlyTls('sqs:*', queue.attrArn)),
    });
  policyOf('NotificationsDeadLettersPolicy', queues.dead);
  const queuePolicy = policyOf('NotificationsPolicy', queues.queue, fromStore(queues.queue));
  return { ...queues, queuePolicy };
}
