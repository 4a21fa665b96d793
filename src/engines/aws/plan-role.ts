import { DescribeStateMachineCommand, type SFNClient } from '@aws-sdk/client-sfn';
import { StatesError } from '../../ports/states-error.js';

/** ARN of the role of the plan that an execution is of, be it one of a Distributed Map in it. */
export async function planRole(client: Pick<SFNClient, 'send'>, execution: string): Promise<string> {
  const stateMachineArn = machineOf(execution);
  const { roleArn } = await client.send(
    new DescribeStateMachineCommand({ stateMachineArn, includedData: 'METADATA_ONLY' }),
  );
  if (roleArn === undefined) throw new StatesError('NotAllowed', `${stateMachineArn} has no role`);
  return roleArn;
}

/** `arn:…:execution:<machine>:<name>`, or `arn:…:execution:<machine>/<map>:<name>`. */
const machineOf = (execution: string): string =>
  execution.replace(/:execution:([^:/]+).*$/, ':stateMachine:$1');
