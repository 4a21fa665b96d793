import type { Statement } from '../../statement.js';
import { arn, arnValue, partOfArn } from '../arn.js';
import { allow, byArn, type Call, managedRule, type Service } from '../call.js';
import { ownMachine } from '../given.js';
import { pointedAt, type Surroundings } from '../surroundings.js';
import { onlyValue, type Text, toValue, unknown } from '../text.js';

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html#sync-async-iam-policies */
function startExecution(call: Call): readonly Statement[] {
  const start = allow(['states:StartExecution'], [byArn(call, 'states:stateMachine:*', 'StateMachineArn')]);
  if (!call.waits) return [start];
  const executions = toValue(executionsOf(call.plan, call.given.text('StateMachineArn')));
  return [
    start,
    allow(['states:DescribeExecution', 'states:StopExecution'], [executions]),
    managedRule('StepFunctionsGetEventsForStepFunctionsExecutionRule'),
  ];
}

function executionsOf(plan: Surroundings, machine: Text = unknown): Text {
  const value = onlyValue(machine);
  const { id, type } = pointedAt(plan, value ?? {});
  if (type === 'AWS::StepFunctions::StateMachine' || id === ownMachine.Ref) {
    return arn('states:execution:*:*', [{ 'Fn::GetAtt': [id, 'Name'] }]);
  }
  const name = partOfArn(machine, 6);
  if (value !== undefined || name === undefined) return arn('states:execution:*:*', name ?? unknown);
  const [partition, , region, account] = [1, 2, 3, 4].map((index) => partOfArn(machine, index) ?? unknown);
  return ['arn:', ...partition!, ':states:', ...region!, ':', ...account!, ':execution:', ...name, ':*'];
}

/**
 * A Map in distributed mode runs its iterations as executions of the plan's own state machine.
 * https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html
 */
export function distributedMap(label: string = '*'): readonly Statement[] {
  const name: Text = [{ 'Fn::GetAtt': [ownMachine.Ref, 'Name'] }];
  return [
    allow(['states:StartExecution'], [ownMachine]),
    allow(['states:DescribeExecution', 'states:StopExecution'], [arnValue('states:execution:*:*', name)]),
    allow(['states:RedriveExecution'], [arnValue('states:execution:*/*:*', name, [label])]),
  ];
}

export const states: Service = { startExecution };
