import type { JsonObject } from '../../../source/document.js';
import type { Event } from './journal.js';
import type { Past } from './past.js';
import type { Execution } from './run.js';

/** `$$`: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html */
export const executionContext = (
  execution: Pick<Execution, 'arn' | 'name' | 'input' | 'machine' | 'roleArn'>,
  { redrives, redriven }: Past,
  started: Event,
): JsonObject => ({
  Execution: {
    Id: execution.arn,
    Input: execution.input,
    Name: execution.name,
    RoleArn: execution.roleArn,
    StartTime: started.timestamp,
    RedriveCount: redrives,
    ...(redriven !== undefined && { RedriveTime: redriven.timestamp }),
  },
  StateMachine: { Id: execution.machine, Name: execution.machine.split(':').at(-1) ?? '' },
});

/** The same as a state sees it. */
export const stateContext = (
  context: JsonObject,
  name: string,
  enteredTime: string,
  retryCount: number,
): JsonObject => ({ ...context, State: { EnteredTime: enteredTime, Name: name, RetryCount: retryCount } });

/** The same for a task that is answered with a token. */
export const withToken = (context: JsonObject, token: string): JsonObject => ({
  ...context,
  Task: { Token: token },
});
