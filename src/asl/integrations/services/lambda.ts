import { namedArn } from '../arn.js';
import { allow, type Call, type Service } from '../call.js';
import { literalOf, type Text, toValue } from '../text.js';

const pattern = 'lambda:function:*';

/**
 * Exactly the function, or its version or alias, because a policy for one does not hold for the other:
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html
 */
function functionArn({ plan, given }: Call): Text {
  const arn = namedArn(plan, withoutAccount(given.text('FunctionName')), pattern);
  const qualifier = given.text('Qualifier');
  return qualifier === undefined || literalOf(arn).endsWith('*:function:*')
    ? arn
    : [...arn, ':', ...qualifier];
}

/** A function may be given as `123456789012:function:name`: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
function withoutAccount(name: Text | undefined): Text | undefined {
  const [first, ...more] = name ?? [];
  if (typeof first !== 'string' || !/^\d{12}:function:/.test(first)) return name;
  return ['arn:', { Ref: 'AWS::Partition' }, ':lambda:', { Ref: 'AWS::Region' }, `:${first}`, ...more];
}

const invoke = (call: Call) => [allow(['lambda:InvokeFunction'], [toValue(functionArn(call))])];

export const lambda: Service = { invoke };
