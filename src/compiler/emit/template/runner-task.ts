import { defaultCpu, isCpu, memorySizes } from '../../../cloudformation/fargate.js';
import { runnerIds } from '../../../cloudformation/logical-id.js';
import { ownParameterIds } from '../../../cloudformation/parameters.js';
import { objectOr } from '../../../language/json.js';
import type { Plan } from '../../../language/plan.js';
import type { Json, JsonObject } from '../../../source/document.js';
import { templateValue } from './value.js';

/** Where plancc's program stands in the containers. */
const volume = 'plancc';
const mountPath = '/plancc';

/**
 * The task of a runner's host. Its image is the author's; the program that runs the jobs comes from a container
 * beside it, which copies it to a shared volume and ends.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
 */
export function runnerTask(plan: Plan, name: string, runner: JsonObject, tags: Json): JsonObject {
  const ids = runnerIds(name);
  const value = (written: Json) => templateValue(plan, written, refuse);
  const cpu = runner.Cpu ?? defaultCpu;
  const environment = {
    ...objectOr(runner.Environment),
    PLANCC_PLAN: plan.name,
    PLANCC_RUNNER: name,
    PLANCC_ENVIRONMENT: { Ref: ownParameterIds.environment },
    PLANCC_STORE: { Ref: ownParameterIds.storeBucket },
    PLANCC_QUEUE: { Ref: ids.queue },
  };
  return {
    Type: 'AWS::ECS::TaskDefinition',
    Properties: {
      RequiresCompatibilities: ['FARGATE'],
      NetworkMode: 'awsvpc',
      Cpu: value(cpu),
      Memory: value(runner.Memory ?? (isCpu(cpu) ? memorySizes(cpu)[0]! : '')),
      RuntimePlatform: {
        CpuArchitecture: runner.Architecture ?? 'X86_64',
        OperatingSystemFamily: 'LINUX',
      },
      ExecutionRoleArn: { 'Fn::GetAtt': [ids.executionRole, 'Arn'] },
      TaskRoleArn: runner.Role === undefined ? { 'Fn::GetAtt': [ids.taskRole, 'Arn'] } : value(runner.Role),
      Volumes: [{ Name: volume }],
      ContainerDefinitions: [
        {
          Name: 'plancc',
          Image: { Ref: ownParameterIds.runnerImage },
          Essential: false,
          MountPoints: [{ SourceVolume: volume, ContainerPath: mountPath, ReadOnly: false }],
          LogConfiguration: logs(ids.logGroup),
        },
        {
          Name: 'runner',
          Image: value(runner.Image ?? ''),
          Essential: true,
          DependsOn: [{ ContainerName: 'plancc', Condition: 'SUCCESS' }],
          EntryPoint: [`${mountPath}/runner`],
          MountPoints: [{ SourceVolume: volume, ContainerPath: mountPath, ReadOnly: true }],
          Environment: Object.entries(environment).map(([Name, written]) => ({
            Name,
            Value: value(written),
          })),
          LogConfiguration: logs(ids.logGroup),
        },
      ],
      Tags: tags,
    },
  };
}

const logs = (group: string): Json => ({
  LogDriver: 'awslogs',
  Options: {
    'awslogs-group': { Ref: group },
    'awslogs-region': { Ref: 'AWS::Region' },
    'awslogs-stream-prefix': 'plancc',
  },
});

/** What has no value here has been reported as a problem before. */
function refuse(): never {
  throw new Error('a reference of a runner has no value when the stack is made');
}
