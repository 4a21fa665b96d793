import type { Stack } from 'aws-cdk-lib';
import { CfnQueue, type CfnQueueProps } from 'aws-cdk-lib/aws-sqs';

/** How often a message is received before it counts as dead. */
export const attempts = 5;

const twoWeeks = 1_209_600;

/** A queue with another one for what nobody could do anything with, encrypted, for as long as messages can be kept. */
export function createQueues(
  stack: Stack,
  id: string,
  { queueName, ...props }: CfnQueueProps & { readonly queueName: string },
): { readonly queue: CfnQueue; readonly dead: CfnQueue } {
  const common = { sqsManagedSseEnabled: true, messageRetentionPeriod: twoWeeks };
  const dead = new CfnQueue(stack, `${id}DeadLetters`, { ...common, queueName: `${queueName}-dead` });
  const redrivePolicy = { deadLetterTargetArn: dead.attrArn, maxReceiveCount: attempts };
  return { dead, queue: new CfnQueue(stack, id, { ...common, ...props, queueName, redrivePolicy }) };
}
