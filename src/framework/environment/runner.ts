import { Fn, type Stack } from 'aws-cdk-lib';
import { CfnTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import type { CfnManagedPolicy, CfnRole } from 'aws-cdk-lib/aws-iam';
import type { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { defaultCpu, memorySizes } from '../../cloudformation/fargate.js';
import { runnerContainers } from '../../cloudformation/runner-containers.js';
import { variables } from '../../engines/aws/functions/variables.js';
import { defaultRunner, frameworkKey } from '../../engines/aws/names.js';
import { store } from '../arns.js';
import { createLogGroup } from '../logs.js';
import { createQueues } from '../queue.js';
import { environment, tags } from './own.js';
import type { Parameters } from './parameters.js';
import { createExecutionRole, createJobRole } from './runner-roles.js';

/** The runner of states that name none. */
export interface Runner {
  readonly queue: CfnQueue;
  readonly dead: CfnQueue;
  readonly task: CfnTaskDefinition;
  readonly roles: readonly CfnRole[];
}

/** What commands that name no runner find: a shell, Node.js, npm, git and Python. */
const image = 'public.ecr.aws/docker/library/node:22';

/**
 * The most there is: a message is received again by every host that comes after one that has died.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
 */
const attempts = 1000;

const region = { Ref: 'AWS::Region' };

/** Its queue, and the task of its host. */
export function createRunner(stack: Stack, { logDays }: Parameters, boundary: CfnManagedPolicy): Runner {
  const { queue, dead } = createQueues(stack, 'RunnerQueue', {
    name: defaultRunner(environment),
    attempts,
    tags,
  });
  const logs = Fn.sub(`/plancc/${defaultRunner(environment)}`);
  const logGroup = createLogGroup(stack, 'RunnerLogs', logs, logDays);
  const executionRole = createExecutionRole(stack, logGroup);
  const role = createJobRole(stack, queue, boundary);
  const task = new CfnTaskDefinition(stack, 'RunnerTask', {
    family: Fn.sub(defaultRunner(environment)),
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: String(defaultCpu),
    memory: String(memorySizes(defaultCpu)[0]),
    runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' },
    executionRoleArn: executionRole.attrArn,
    taskRoleArn: role.attrArn,
    tags,
  });
  const containers = runnerContainers({
    image,
    program: { 'Fn::Sub': `s3://${store}/${frameworkKey('${Code}', 'runner.cjs')}` },
    environment: [
      ['AWS_REGION', region],
      [variables.region, region],
      [variables.environment, { Ref: 'Environment' }],
      [variables.store, { 'Fn::Sub': store }],
    ],
    logGroup: { Ref: logGroup.logicalId },
  });
  for (const [property, value] of Object.entries(containers)) task.addPropertyOverride(property, value);
  return { queue, dead, task, roles: [role, executionRole] };
}
