import type { Statement } from '../../asl/statement.js';
import { beginningOf, type Written } from '../arn.js';
import type { StateContext } from '../define.js';
import type { ApprovalProperties } from './schema.js';

/** Whoever is to be told of the question is told with the plan's own permissions. */
export function approvalPermissions({
  plan,
  properties: { Notify },
}: StateContext<ApprovalProperties>): readonly Statement[] {
  if (Notify === undefined) return [];
  const beginning = beginningOf(plan, Notify as Written);
  const isTopic =
    beginning.kind === 'text' ? /^arn:[^:]*:sns:./.test(beginning.literal) : beginning.kind === 'value';
  const topic = isTopic ? (Notify as Written) : { 'Fn::Sub': 'arn:${AWS::Partition}:sns:*:*:*' };
  return [{ actions: ['sns:Publish'], resources: [topic] }];
}
