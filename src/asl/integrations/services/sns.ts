import { allow, byArn, type Call, type Service } from '../call.js';

/**
 * A text message to a telephone has no resource of its own.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-using-identity-based-policies.html
 */
function publish(call: Call) {
  const argument = call.given.has('TargetArn') && !call.given.has('TopicArn') ? 'TargetArn' : 'TopicArn';
  const toTelephone = call.given.has('PhoneNumber') && !call.given.has(argument);
  return [allow(['sns:Publish'], [toTelephone ? '*' : byArn(call, 'sns:*', argument)])];
}

export const sns: Service = { publish, publishBatch: publish };
