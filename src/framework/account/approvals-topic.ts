import type { Stack } from 'aws-cdk-lib';
import { CfnTopic, CfnTopicPolicy } from 'aws-cdk-lib/aws-sns';
import { approvalsTopic } from '../../engines/aws/names.js';
import { arn } from '../arns.js';
import { allow, onlyTls, policy, toService } from '../policy.js';

/**
 * Tells people that an approval waits for them, and that something of the framework went wrong. It is not encrypted at rest:
 * alarms cannot use the key of AWS for topics, and the messages hold no secrets.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 */
export function createTopic(stack: Stack): CfnTopic {
  const topic = new CfnTopic(stack, 'Approvals', { topicName: approvalsTopic });
  const alarms = allow('sns:Publish', topic.ref, {
    ArnLike: { 'aws:SourceArn': arn('cloudwatch', 'alarm:plancc-*') },
  });
  new CfnTopicPolicy(stack, 'ApprovalsPolicy', {
    topics: [topic.ref],
    policyDocument: policy(toService('cloudwatch.amazonaws.com', alarms), onlyTls('sns:Publish', topic.ref)),
  });
  return topic;
}
