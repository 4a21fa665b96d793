import type { Statement } from '../../statement.js';
import { arnValue, namedArn, revisionsOf } from '../arn.js';
import { allow, type Call, managedRule, passRole, type Service } from '../call.js';
import { pointedAt, textOf } from '../surroundings.js';
import { onlyValue, type Text, unknown } from '../text.js';

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html#ecs-iam */
function runTask(call: Call): readonly Statement[] {
  const { given, plan, waits } = call;
  const task = given.text('TaskDefinition');
  const tasks = arnValue('ecs:task/*');
  const tagged = given.has('Tags') || given.has('PropagateTags');
  return [
    allow(['ecs:RunTask'], revisionsOf(namedArn(plan, task, 'ecs:task-definition/*'))),
    ...(tagged
      ? [allow(['ecs:TagResource'], [tasks], { StringEquals: { 'ecs:CreateAction': 'RunTask' } })]
      : []),
    ...(waits ? [allow(['ecs:StopTask', 'ecs:DescribeTasks'], [tasks])] : []),
    ...(waits ? [managedRule('StepFunctionsGetEventsForECSTaskRule')] : []),
    ...passRole(plan, 'ecs-tasks.amazonaws.com', ...rolesOf(call, task)),
  ];
}

/** Those of the call, and those of the task definition: of one that is not in the plan they may be any. */
function rolesOf({ given, plan }: Call, task: Text | undefined): readonly (Text | undefined)[] {
  const roles = ['TaskRoleArn', 'ExecutionRoleArn'];
  const overridden = roles.map((role) => given.text(`Overrides.${role}`));
  const value = task && onlyValue(task);
  const { type, properties } = pointedAt(plan, value ?? {});
  if (type !== 'AWS::ECS::TaskDefinition') {
    return overridden.every((role) => role !== undefined) ? overridden : [unknown];
  }
  return roles.map((role, index) => {
    const own = properties[role];
    return overridden[index] ?? (own === undefined ? undefined : textOf(plan, own));
  });
}

export const ecs: Service = { runTask };
