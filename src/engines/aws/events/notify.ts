import { PublishCommand } from '@aws-sdk/client-sns';
import { StatesError } from '../../../ports/states-error.js';
import type { JsonObject } from '../../../source/document.js';
import type { Acting } from '../acting.js';
import { allowed } from '../denied.js';
import { isNamed } from '../error-name.js';
import { approvalMessage } from './approval-message.js';

/** Sends a message about an approval to the topic that its state names, with the plan's role, or to that of the account. */
export async function notify(acting: Acting, own: string, detail: JsonObject): Promise<void> {
  const { notify: named, environment, distribution } = detail;
  const topic = typeof named === 'string' ? named : own;
  const clients = topic === own ? acting.own() : acting.ofPlan({ region: topic.split(':')[3] });
  const { subject, text } = approvalMessage(detail);
  const attribute = (value: unknown) => ({ DataType: 'String', StringValue: String(value) });
  const command = new PublishCommand({
    TopicArn: topic,
    Subject: subject,
    Message: text,
    // What subscriptions may filter by: https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html
    MessageAttributes: { environment: attribute(environment), distribution: attribute(distribution) },
  });
  const advice = `\`Notify\` names ${topic}`;
  const client = await clients.sns();
  try {
    await allowed('sns:Publish', advice, client.send(command));
  } catch (error) {
    if (!isNamed(error, 'NotFound', 'NotFoundException', 'InvalidParameter', 'InvalidParameterException'))
      throw error;
    throw new StatesError('NotifyFailed', `${topic}: ${(error as Error).message}`);
  }
}
