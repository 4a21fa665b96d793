import type { Stack } from 'aws-cdk-lib';
import { CfnQueue, type CfnQueueProps } from 'aws-cdk-lib/aws-sqs';

const twoWeeks = 1_209_600;

/**
 * A queue, and one for what was received so many times and nobody could do anything with; encrypted, for as long as
 * messages can be kept.
 */
export function createQueues(
  stack: Stack,
  id: string,
  { queueName, ...props }: CfnQueueProps & { readonly queueName: string },
  maxReceiveCount: number,
): { readonly queue: CfnQueue; readonly dead: CfnQueue } {
  const common = { sqsManagedSseEnabled: true, messageRetentionPeriod: twoWeeks };
  const { tags = [] } = props;
  const dead = new CfnQueue(stack, `${id}DeadLetters`, { ...common, queueName: `${queueName}-dead`, tags });
  const redrivePolicy = { deadLetterTargetArn: dead.attrArn, maxReceiveCount };
  return { dead, queue: new CfnQueue(stack, id, { ...common, ...props, queueName, redrivePolicy }) };
}
