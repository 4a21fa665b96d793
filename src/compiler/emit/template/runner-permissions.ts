import type { Statement } from '../../../asl/statement.js';
import { planIds, type runnerIds } from '../../../cloudformation/logical-id.js';
import { ownParameterIds } from '../../../cloudformation/parameters.js';
import type { Plan } from '../../../language/plan.js';

type Ids = ReturnType<typeof runnerIds>;

/** What the host of a runner does itself: take jobs, fetch the plan's files, keep the jobs' logs, report how they end. */
export const taskStatements = (plan: Plan, ids: Ids): readonly Statement[] => [
  {
    actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility'],
    resources: [{ 'Fn::GetAtt': [ids.queue, 'Arn'] }],
  },
  {
    // A token belongs to the machine, or, inside a Distributed Map, to the machine of that map's label:
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_stepfunctions.html
    actions: ['states:SendTaskSuccess', 'states:SendTaskFailure', 'states:SendTaskHeartbeat'],
    resources: [{ Ref: planIds.stateMachine }, { 'Fn::Sub': `\${${planIds.stateMachine}}/*` }],
  },
  { actions: ['s3:GetObject'], resources: [inStore('blobs/*')] },
  {
    actions: ['s3:PutObject'],
    resources: [inStore(`logs/\${${ownParameterIds.environment}}/${plan.name}/*`)],
  },
];

/** What ECS does before the host runs: pull the images, write what the containers print. */
export const executionStatements = (ids: Ids): readonly Statement[] => [
  // A token is for a registry, not for a repository:
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_ecr.html
  { actions: ['ecr:GetAuthorizationToken'], resources: ['*'] },
  {
    actions: ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'],
    resources: [{ 'Fn::Sub': 'arn:${AWS::Partition}:ecr:*:*:repository/*' }],
  },
  {
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [{ 'Fn::GetAtt': [ids.logGroup, 'Arn'] }],
  },
];

const inStore = (key: string) => ({
  'Fn::Sub': `arn:\${AWS::Partition}:s3:::\${${ownParameterIds.storeBucket}}/${key}`,
});
