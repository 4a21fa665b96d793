import { runnerIds } from '../../../cloudformation/logical-id.js';
import { eachReference } from '../../../cloudformation/references.js';
import { objectOr } from '../../../language/json.js';
import type { Plan } from '../../../language/plan.js';
import type { Json, JsonObject } from '../../../source/document.js';
import { policyDocument } from './policy.js';
import { attachedPolicy, serviceRole } from './role.js';
import { executionStatements, taskStatements } from './runner-permissions.js';
import { runnerTask } from './runner-task.js';
import { retentionDays } from './state-machine.js';
import { mergeStatements } from './statements.js';

const twoWeeks = 1_209_600;
/** How long a job stays hidden after its host has died; a living host keeps prolonging it. */
const leaseSeconds = 300;
/**
 * The most there is: a message is received again by every host that comes after one that has died, and none that is waited
 * for may get lost. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
 */
const attempts = 1000;

/**
 * What one runner of the plan consists of: a queue of jobs, and the task definition of the host that works it off.
 * Who starts the host and puts jobs into the queue is the worker, under its own role.
 */
export function runnerResources(plan: Plan, name: string, runner: JsonObject, tags: Json): JsonObject {
  const ids = runnerIds(name);
  const host = runner.Role === undefined ? ids.taskRole : roleOfPlan(plan, runner.Role);
  const execution = policyDocument(mergeStatements(executionStatements(ids)));
  return {
    [ids.taskDefinition]: runnerTask(plan, name, runner, tags),
    [ids.queue]: queue(tags, {
      VisibilityTimeout: leaseSeconds,
      RedrivePolicy: {
        deadLetterTargetArn: { 'Fn::GetAtt': [ids.deadLetters, 'Arn'] },
        maxReceiveCount: attempts,
      },
    }),
    [ids.deadLetters]: queue(tags),
    [ids.executionRole]: serviceRole('ecs-tasks.amazonaws.com', { Execution: execution }, tags),
    ...(runner.Role === undefined && {
      [ids.taskRole]: serviceRole('ecs-tasks.amazonaws.com', {}, tags),
    }),
    ...(host !== undefined && {
      [ids.taskPolicy]: attachedPolicy(host, ids.taskPolicy, taskStatements(plan, name, ids)),
    }),
    [ids.logGroup]: {
      Type: 'AWS::Logs::LogGroup',
      Properties: { RetentionInDays: retentionDays, Tags: tags },
    },
  };
}

const queue = (tags: Json, properties: JsonObject = {}): JsonObject => ({
  Type: 'AWS::SQS::Queue',
  Properties: {
    SqsManagedSseEnabled: true,
    MessageRetentionPeriod: twoWeeks,
    ...properties,
    Tags: tags,
  },
});

/** The role among the plan's own resources that `Role` points at; one from elsewhere is not ours to add policies to. */
function roleOfPlan(plan: Plan, role: Json): string | undefined {
  const found: string[] = [];
  eachReference(role, ({ name }) => {
    if (objectOr(plan.resources[name]).Type === 'AWS::IAM::Role') found.push(name);
  });
  return found.length === 1 ? found[0] : undefined;
}
