import { Aws, Fn, type Stack } from 'aws-cdk-lib';
import { CfnTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import type { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { variables } from '../../engines/aws/functions/variables.js';
import { defaultRunner, frameworkKey } from '../../engines/aws/names.js';
import { ownPath, storeName } from '../arns.js';
import { createLogGroup, ownLogs } from '../logs.js';
import { allow, assumedBy, policy } from '../policy.js';
import { createQueues } from '../queue.js';
import { hostObjects, hostQueue, planMachines, taskTokens } from './host-statements.js';
import { environment, tags } from './own.js';
import type { Parameters } from './parameters.js';
import { values } from './value-statements.js';

/** The runner of states that name none. */
export interface Runner {
  readonly queue: CfnQueue;
  readonly dead: CfnQueue;
  readonly task: CfnTaskDefinition;
  /** Of what runs in the containers. */
  readonly role: CfnRole;
  /** Of ECS, which starts them. */
  readonly executionRole: CfnRole;
}

const volume = 'plancc';
const folder = '/plancc';
const program = `${folder}/runner.cjs`;

/** Its queue, and the task of its host, which has Node.js and nothing else. */
export function createRunner(stack: Stack, { logDays }: Parameters): Runner {
  const name = Fn.sub(defaultRunner(environment));
  const { queue, dead } = createQueues(stack, 'RunnerQueue', { queueName: name, tags });
  const logGroup = createLogGroup(
    stack,
    'RunnerLogs',
    Fn.sub(`/plancc/${defaultRunner(environment)}`),
    logDays,
  );
  const assumed = assumedBy('ecs-tasks.amazonaws.com', {
    StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
  });
  const executionRole = new CfnRole(stack, 'RunnerExecutionRole', {
    path: ownPath,
    assumeRolePolicyDocument: assumed,
    policies: [{ policyName: 'Execution', policyDocument: policy(ownLogs(logGroup)) }],
  });
  const role = new CfnRole(stack, 'JobRole', {
    path: ownPath,
    description: 'Jobs that name no runner have it',
    assumeRolePolicyDocument: assumed,
    policies: [
      {
        policyName: 'Host',
        policyDocument: policy(hostQueue(queue.attrArn), ...hostObjects, taskTokens(planMachines), ...values),
      },
      {
        policyName: 'Cdk',
        // Those of `cdk bootstrap` decide what it may do, in whichever account they are.
        policyDocument: policy(allow('sts:AssumeRole', Fn.sub('arn:${AWS::Partition}:iam::*:role/cdk-*'))),
      },
    ],
  });
  const common = {
    logConfiguration: {
      logDriver: 'awslogs',
      options: {
        'awslogs-group': logGroup.ref,
        'awslogs-region': Aws.REGION,
        'awslogs-stream-prefix': 'plancc',
      },
    },
  };
  const environmentOfHost = { [variables.environment]: Fn.ref('Environment'), [variables.store]: storeName };
  const task = new CfnTaskDefinition(stack, 'RunnerTask', {
    family: name,
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '1024',
    memory: '2048',
    runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' },
    executionRoleArn: executionRole.attrArn,
    taskRoleArn: role.attrArn,
    volumes: [{ name: volume }],
    containerDefinitions: [
      {
        ...common,
        name: 'program',
        image: 'public.ecr.aws/aws-cli/aws-cli:2.31.0',
        essential: false,
        command: [
          's3',
          'cp',
          Fn.join('/', ['s3:/', storeName, Fn.sub(frameworkKey('${Code}', 'runner.cjs'))]),
          program,
        ],
        mountPoints: [{ sourceVolume: volume, containerPath: folder, readOnly: false }],
      },
      {
        ...common,
        name: 'runner',
        image: 'public.ecr.aws/docker/library/node:22',
        essential: true,
        dependsOn: [{ containerName: 'program', condition: 'SUCCESS' }],
        entryPoint: ['node', program],
        environment: Object.entries(environmentOfHost).map(([name, value]) => ({ name, value })),
        mountPoints: [{ sourceVolume: volume, containerPath: folder, readOnly: true }],
      },
    ],
    tags,
  });
  return { queue, dead, task, role, executionRole };
}
