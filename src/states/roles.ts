import type { Statement } from '../asl/statement.js';
import { ownParameterIds } from '../cloudformation/parameters.js';
import type { Plan } from '../language/plan.js';
import type { Json } from '../source/document.js';
import { beginningOf, type Written } from './arn.js';

/** Lets the plan hand a role of this account, where all roles that are handed over are, to an AWS service. */
export const passRole = (plan: Plan, role: Written, service: string): Statement => ({
  actions: ['iam:PassRole'],
  resources: [roleArn(plan, role, 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*')],
  condition: { StringEquals: { 'iam:PassedToService': service } },
});

/** Lets the plan assume a role, with the environment's name as external id. */
export const assumeRole = (plan: Plan, role: Written): Statement => ({
  actions: ['sts:AssumeRole'],
  resources: [roleArn(plan, role, 'arn:${AWS::Partition}:iam::*:role/*')],
  condition: { StringEquals: { 'sts:ExternalId': { Ref: ownParameterIds.environment } } },
});

/** The role's ARN where it is known to be one, else `any`: IAM refuses what is not an ARN, and `*` would be too much. */
function roleArn(plan: Plan, role: Written, any: string): Json {
  const beginning = beginningOf(plan, role);
  const exact =
    beginning.kind === 'text' ? /^arn:.*:role\/./.test(beginning.literal) : beginning.kind === 'value';
  return exact ? role : { 'Fn::Sub': any };
}
