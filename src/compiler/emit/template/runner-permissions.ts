import type { Statement } from '../../../asl/statement.js';
import { planIds, type runnerIds } from '../../../cloudformation/logical-id.js';
import { ownParameterIds } from '../../../cloudformation/parameters.js';
import { objectOr } from '../../../language/json.js';
import type { Plan } from '../../../language/plan.js';
import { contextOf, typeOf } from '../../../states/registry.js';
import { withValues } from './value.js';

type Ids = ReturnType<typeof runnerIds>;

/** What the host of a runner does itself, and what its jobs cannot do without. */
export const taskStatements = (plan: Plan, runner: string, ids: Ids): readonly Statement[] => [
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
  ...inStore(plan.name),
  ...jobStatements(plan, runner).map((statement) => withValues(plan, statement)),
];

/** The jobs of the plan and their logs; what its versions are made of, and the program that does the jobs. */
function inStore(plan: string): readonly Statement[] {
  const own = (folder: string) => `${folder}/\${${ownParameterIds.environment}}/${plan}/*`;
  const [jobs, logs] = [own('jobs'), own('logs')];
  const records = `environments/\${${ownParameterIds.environment}}/deployments/${plan}/*`;
  const program = `\${${ownParameterIds.runnerProgram}}`;
  return [
    {
      actions: ['s3:GetObject'],
      resources: ['blobs/*', `distributions/${plan}/*`, records, jobs, program].map(stored),
    },
    { actions: ['s3:PutObject'], resources: [jobs, logs].map(stored) },
    { actions: ['s3:DeleteObject'], resources: [stored(jobs)] },
    {
      actions: ['s3:ListBucket'],
      resources: [{ 'Fn::Sub': bucket }],
      condition: { StringLike: { 's3:prefix': [jobs, logs].map((prefix) => ({ 'Fn::Sub': prefix })) } },
    },
  ];
}

/** What the jobs of the states that name a runner need. */
const jobStatements = (plan: Plan, runner: string): readonly Statement[] =>
  plan.states
    .filter(({ kind, value }) => kind === 'plancc' && objectOr(value.Properties).Runner === runner)
    .flatMap((state) => typeOf(state).jobPermissions?.(contextOf(plan, state)) ?? []);

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

const bucket = `arn:\${AWS::Partition}:s3:::\${${ownParameterIds.storeBucket}}`;

const stored = (key: string) => ({ 'Fn::Sub': `${bucket}/${key}` });
