import { defaultCpu, isCpu, memorySizes } from '../../../cloudformation/fargate.js';
import { runnerIds } from '../../../cloudformation/logical-id.js';
import { ownParameterIds } from '../../../cloudformation/parameters.js';
import { runnerContainers } from '../../../cloudformation/runner-containers.js';
import { objectOr } from '../../../language/json.js';
import type { Plan } from '../../../language/plan.js';
import type { Json, JsonObject } from '../../../source/document.js';
import { templateValue } from './value.js';

const program = `s3://\${${ownParameterIds.storeBucket}}/\${${ownParameterIds.runnerProgram}}`;

/** The task of a runner's host. */
export function runnerTask(plan: Plan, name: string, runner: JsonObject, tags: Json): JsonObject {
  const ids = runnerIds(name);
  const value = (written: Json) => templateValue(plan, written, refuse);
  const cpu = runner.Cpu ?? defaultCpu;
  const environment = {
    ...objectOr(runner.Environment),
    PLANCC_REGION: { Ref: 'AWS::Region' },
    PLANCC_ENVIRONMENT: { Ref: ownParameterIds.environment },
    PLANCC_STORE: { Ref: ownParameterIds.storeBucket },
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
      ...runnerContainers({
        image: value(runner.Image ?? ''),
        program: { 'Fn::Sub': program },
        environment: Object.entries(environment).map(([variable, written]) => [variable, value(written)]),
        logGroup: { Ref: ids.logGroup },
      }),
      Tags: tags,
    },
  };
}

/** What has no value here has been reported as a problem before. */
function refuse(): never {
  throw new Error('a reference of a runner has no value when the stack is made');
}
