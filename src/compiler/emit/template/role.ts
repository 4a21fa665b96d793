import type { Statement } from '../../../asl/statement.js';
import { planIds } from '../../../cloudformation/logical-id.js';
import { ownParameterIds } from '../../../cloudformation/parameters.js';
import { refersTo } from '../../../cloudformation/references.js';
import type { Json, JsonObject } from '../../../source/document.js';
import { permissionsBoundary, rolePath } from './boundary.js';
import { inlineLimit, managedPortions, policyDocument, policySize } from './policy.js';
import { mergeStatements, type PolicyStatement } from './statements.js';

/**
 * None of these can be limited to a log group or a trace.
 * https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html#cloudwatch-iam-policy
 * https://docs.aws.amazon.com/step-functions/latest/dg/xray-iam.html
 */
export const logsAndTraces: readonly Statement[] = [
  {
    actions: [
      'logs:CreateLogDelivery',
      'logs:GetLogDelivery',
      'logs:UpdateLogDelivery',
      'logs:DeleteLogDelivery',
      'logs:ListLogDeliveries',
      'logs:PutResourcePolicy',
      'logs:DescribeResourcePolicies',
      'logs:DescribeLogGroups',
      'xray:PutTraceSegments',
      'xray:PutTelemetryRecords',
      'xray:GetSamplingRules',
      'xray:GetSamplingTargets',
    ],
    resources: ['*'],
  },
];

/**
 * A role that one service of this account may assume.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export const serviceRole = (
  service: string,
  policies: JsonObject,
  tags: Json,
  trusts: readonly JsonObject[] = [],
): JsonObject => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    Path: rolePath,
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: service },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        },
        ...trusts,
      ],
    },
    PermissionsBoundary: permissionsBoundary,
    ...(Object.keys(policies).length > 0 && {
      Policies: Object.entries(policies).map(([PolicyName, PolicyDocument]) => ({
        PolicyName,
        PolicyDocument,
      })),
    }),
    Tags: tags,
  },
});

/**
 * Lets the worker do in the name of a plan's role what the plan asks for, so that it needs no such permissions itself, and
 * only for the environment that the plan is in.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html
 */
export const trustOfWorker: JsonObject = {
  Effect: 'Allow',
  Principal: { AWS: { Ref: ownParameterIds.workerRole } },
  Action: 'sts:AssumeRole',
  Condition: { StringEquals: { 'sts:ExternalId': { Ref: ownParameterIds.environment } } },
};

/** A policy made after a role and what it points at, so that these may point at the role. */
export const attachedPolicy = (role: string, name: string, statements: readonly Statement[]): JsonObject => ({
  Type: 'AWS::IAM::Policy',
  Properties: {
    PolicyName: name,
    PolicyDocument: policyDocument(mergeStatements(statements)),
    Roles: [{ Ref: role }],
  },
});

/**
 * The one role of a plan's state machine, and who else may assume it. `before` lists resources that have to be there before the machine is.
 * What concerns the machine itself stands in a policy of its own, since the machine needs the role to be made first.
 */
export function planRole(statements: readonly Statement[], tags: Json, trusts: readonly JsonObject[] = []) {
  const own = statements.filter(concernsMachine);
  const others = mergeStatements(statements.filter((statement) => !concernsMachine(statement)));
  const base = mergeStatements(logsAndTraces);
  const inline = [base, others, mergeStatements(own)].reduce((size, part) => size + policySize(part), 0);
  const managed = inline > inlineLimit ? managedPortions(others).map(managedPolicy) : [];
  const ids = managed.map((_, index) => `${planIds.policy}${index + 1}`);
  const policies = {
    LogsAndTraces: policyDocument(base),
    ...(managed.length === 0 && others.length > 0 && { States: policyDocument(others) }),
  };
  const resources: JsonObject = {
    [planIds.role]: serviceRole('states.amazonaws.com', policies, tags, trusts),
    ...Object.fromEntries(managed.map((policy, index) => [ids[index]!, policy])),
    ...(own.length > 0 && { [planIds.ownPolicy]: attachedPolicy(planIds.role, 'StateMachine', own) }),
  };
  return { resources, before: ids };
}

const concernsMachine = ({ resources, condition }: Statement): boolean =>
  refersTo([...resources, condition ?? null], planIds.stateMachine);

const managedPolicy = (statements: readonly PolicyStatement[]): JsonObject => ({
  Type: 'AWS::IAM::ManagedPolicy',
  Properties: { Path: rolePath, PolicyDocument: policyDocument(statements), Roles: [{ Ref: planIds.role }] },
});
