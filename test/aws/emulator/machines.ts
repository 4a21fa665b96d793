import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { createFunction, createRole, settings } from './account.js';
import type { Emulator } from './index.js';
import { until } from './until.js';

export const client = (emulator: Emulator) => new SFNClient(settings(emulator));

/** Gives its ARN. */
export async function createMachine(emulator: Emulator, name: string, definition: object): Promise<string> {
  const roleArn = await createRole(emulator, 'machines', { Service: 'states.amazonaws.com' });
  const { stateMachineArn } = await client(emulator).send(
    new CreateStateMachineCommand({ name, roleArn, definition: JSON.stringify(definition) }),
  );
  return stateMachineArn!;
}

/** Gives the ARN of the execution, which has no name of the test's. */
export async function start(
  emulator: Emulator,
  stateMachineArn: string,
  input: object = {},
): Promise<string> {
  const request = { stateMachineArn, input: JSON.stringify(input) };
  return (await client(emulator).send(new StartExecutionCommand(request))).executionArn!;
}

const describe = (emulator: Emulator, executionArn: string) =>
  client(emulator).send(new DescribeExecutionCommand({ executionArn }));

/** How an execution has ended. */
export const ended = (emulator: Emulator, arn: string) =>
  until(async () => {
    const execution = await describe(emulator, arn);
    return execution.status === 'RUNNING' ? undefined : execution;
  });

const echo = 'exports.handler = async (event) => event;';
/** A function that gives what it is given. */
export const echoFunction = async (emulator: Emulator, name: string) =>
  createFunction(
    emulator,
    name,
    await createRole(emulator, 'functions', { Service: 'lambda.amazonaws.com' }),
    echo,
  );

/** A definition whose state waits for the answer to the token that a function is given, with the context object. */
export const waiting = (name: string, more: object = {}) => ({
  StartAt: 'A',
  States: {
    A: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Parameters: {
        FunctionName: name,
        Payload: {
          'token.$': '$$.Task.Token',
          'retries.$': '$$.State.RetryCount',
          'redrives.$': '$$.Execution.RedriveCount',
          'entered.$': '$$.State.EnteredTime',
          'started.$': '$$.Execution.StartTime',
          'execution.$': '$$.Execution.Id',
        },
      },
      End: true,
      ...more,
    },
  },
});

/** The token that the function of a state was given, from the history. */
export const tokenOf = (emulator: Emulator, executionArn: string) =>
  until(async () => {
    const { events } = await client(emulator).send(new GetExecutionHistoryCommand({ executionArn }));
    const submitted = events!.findLast(({ type }) => type === 'TaskSubmitted');
    return submitted && JSON.parse(submitted.taskSubmittedEventDetails!.output!).Payload;
  });
