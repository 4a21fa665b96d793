import type { Stack } from 'aws-cdk-lib';
import { CfnQueue, CfnQueuePolicy, type CfnQueueProps } from 'aws-cdk-lib/aws-sqs';
import { arn, filled } from './arns.js';
import { onlyTls, policy, type Statement } from './policy.js';

interface QueueGiven extends Omit<CfnQueueProps, 'queueName'> {
  /** `${…}` in it is put in by CloudFormation. */
  readonly name: string;
  /** How often a message is received before it counts as dead. */
  readonly attempts: number;
  /** Who may send to the queue beside those of this account whose own policies allow it. */
  readonly senders?: readonly Statement[];
}

export interface Queues {
  readonly queue: CfnQueue;
  /** For messages that nobody could do anything with. */
  readonly dead: CfnQueue;
  readonly policy: CfnQueuePolicy;
}

/** The name of the one for dead messages. */
export const deadQueue = (name: string): string => `${name}-dead`;

const twoWeeks = 1_209_600;

/** A queue, and the one for its dead messages; encrypted, for as long as messages can be kept. */
export function createQueues(stack: Stack, id: string, given: QueueGiven): Queues {
  const { name, attempts, senders = [], ...props } = given;
  const { tags = [] } = props;
  const common = { sqsManagedSseEnabled: true, messageRetentionPeriod: twoWeeks, tags };
  const deadName = deadQueue(name);
  const dead = new CfnQueue(stack, `${id}Dead`, { ...common, queueName: filled(deadName) });
  const redrivePolicy = { deadLetterTargetArn: dead.attrArn, maxReceiveCount: attempts };
  const queue = new CfnQueue(stack, id, { ...common, ...props, queueName: filled(name), redrivePolicy });
  const policyOf = (suffix: string, one: CfnQueue, resource: string, statements: readonly Statement[]) =>
    new CfnQueuePolicy(stack, `${id}${suffix}Policy`, {
      queues: [one.ref],
      policyDocument: policy(...statements, onlyTls('sqs:*', arn('sqs', resource))),
    });
  policyOf('Dead', dead, deadName, []);
  return { queue, dead, policy: policyOf('', queue, name, senders) };
}
