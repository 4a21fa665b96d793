import { objectOr } from '../../language/json.js';
import type { Plan } from '../../language/plan.js';
import type { JsonObject } from '../../source/document.js';
import { beginningOf, sub, type Written } from '../arn.js';

const here = 'arn:${AWS::Partition}:lambda:${AWS::Region}:';
const own = `${here}\${AWS::AccountId}:function:`;

/**
 * The ARN of a function given by name, ARN, or the part of an ARN from the account on:
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html. Of what only a running plan knows, it is known at
 * least that the function is in this account and region.
 */
export function functionArn(plan: Plan, name: Written): Written {
  const beginning = beginningOf(plan, name);
  if (beginning.kind === 'unknown') return sub(own, name);
  if (beginning.kind === 'value') {
    return beginning.only ? ofValue(plan, beginning.value) : isArn(beginning.value) ? name : sub(own, name);
  }
  const { literal } = beginning;
  if (literal.startsWith('arn:')) return /:function:./.test(literal) ? name : sub(own, '*');
  return sub(literal.includes(':function:') ? here : own, name);
}

const isArn = (value: JsonObject): boolean => value['Fn::GetAtt'] !== undefined;

function ofValue(plan: Plan, value: JsonObject): Written {
  if (isArn(value)) return value;
  const type = typeof value.Ref === 'string' ? objectOr(plan.resources[value.Ref]).Type : undefined;
  if (type === 'AWS::Lambda::Version' || type === 'AWS::Lambda::Alias') return value;
  if (type === 'AWS::Lambda::Function') return { 'Fn::GetAtt': [value.Ref!, 'Arn'] };
  // It may give a name or an ARN. Written twice around `:function:`, the second part is the name either way.
  const twice = sub('', value, ':function:', value);
  return sub(own, { 'Fn::Select': [1, { 'Fn::Split': [':function:', twice] }] });
}
