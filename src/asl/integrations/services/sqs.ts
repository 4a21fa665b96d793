import type { Json } from '../../../source/document.js';
import { arnValue } from '../arn.js';
import { pointedAt, type Surroundings } from '../surroundings.js';
import { literalOf, onlyValue, selected, split, type Text, toValue, unknown } from '../text.js';

/** The ARN behind a queue's URL, `https://sqs.eu-west-1.amazonaws.com/123456789012/orders`. */
export function queueArn(plan: Surroundings, url: Text = unknown): Json {
  const value = onlyValue(url);
  if (value !== undefined) {
    const { id, type } = pointedAt(plan, value);
    if (type === 'AWS::SQS::Queue') return { 'Fn::GetAtt': [id, 'Arn'] };
    return inRegion({ Ref: 'AWS::Region' }, [selected(3, '/', url)], [selected(4, '/', url)]);
  }
  const [scheme = [], , host = [], account, name] = split(url, '/');
  if (literalOf(scheme) !== 'https:' || account === undefined || name === undefined) return arnValue('sqs:*');
  const region = /^sqs\.([a-z0-9-]+)\./.exec(literalOf(host))?.[1] ?? { Ref: 'AWS::Region' };
  return inRegion(region, account, name);
}

const inRegion = (region: Text[number], account: Text, name: Text): Json =>
  toValue(['arn:', { Ref: 'AWS::Partition' }, ':sqs:', region, ':', ...account, ':', ...name]);
