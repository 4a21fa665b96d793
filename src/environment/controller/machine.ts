import { transientOrEnded } from '../../asl/transient.js';
import type { JsonObject } from '../../source/document.js';

const day = 86_400;

/**
 * The state machine that drives a deployment, for the ARN of the function that calls `control`. It starts with
 * `{environment, name, deployment, retry}`, `retry` counting from 1, 0 the first time.
 *
 * `Execute` waits with a task token, not with `startExecution.sync`: a redriven execution can be waited for in the same way
 * as one that was started, in every engine. The token is answered by `executionEnded`, which an engine calls when the
 * plan's execution has ended (in AWS by the event "Step Functions Execution Status Change"), and by the sweep, should
 * that be lost. What came of it is read from the execution itself, so that no answer can be too large or made up.
 */
export function deployingMachine(controller: string, partition = 'aws'): JsonObject {
  const caught = [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Close' }];
  const call = (step: string) => ({
    Type: 'Task',
    Resource: controller,
    Parameters: { step, 'input.$': '$' },
    TimeoutSeconds: 900,
  });
  const wait = (step: string) => ({
    Type: 'Task',
    Resource: `arn:${partition}:states:::lambda:invoke.waitForTaskToken`,
    Parameters: {
      FunctionName: controller,
      Payload: { step, 'token.$': '$$.Task.Token', 'input.$': '$' },
    },
    ResultPath: null,
    Retry: [transientOrEnded],
    Catch: caught,
  });
  const prepare = (next: string) => ({
    ...call('prepare'),
    ResultPath: '$.prepared',
    Retry: [transientOrEnded],
    Catch: caught,
    Next: next,
  });
  return {
    Comment: 'Drives a deployment from its request to its end',
    StartAt: 'Again?',
    States: {
      'Again?': {
        Type: 'Choice',
        Choices: [{ Variable: '$.retry', NumericGreaterThan: 0, Next: 'Execute' }],
        Default: 'Prepare',
      },
      Prepare: prepare('Approvals?'),
      // A plan's stack may hold anything: nothing of it is made before others have agreed.
      'Approvals?': {
        Type: 'Choice',
        Choices: [{ Variable: '$.prepared.approvals', NumericGreaterThan: 0, Next: 'Agree' }],
        Default: 'Install',
      },
      Agree: {
        ...wait('agree'),
        TimeoutSeconds: 7 * day,
        Catch: [{ ErrorEquals: ['States.Timeout'], ResultPath: null, Next: 'Nobody agreed' }, ...caught],
        Next: 'Prepare again',
      },
      // That may have taken days: what it depends on may be another version by now, or gone.
      'Prepare again': prepare('Install'),
      'Nobody agreed': {
        Type: 'Pass',
        Result: {
          Error: 'ApprovalTimedOut',
          Cause: 'the environment demands approvals, and not enough came in seven days',
        },
        ResultPath: '$.error',
        Next: 'Close',
      },
      Install: {
        ...call('install'),
        ResultPath: '$.installed',
        Retry: [
          {
            ErrorEquals: ['InProgress'],
            IntervalSeconds: 2,
            BackoffRate: 1.5,
            MaxDelaySeconds: 15,
            MaxAttempts: 1000,
          },
          transientOrEnded,
        ],
        Catch: caught,
        Next: 'Execute',
      },
      // As long as any execution may take.
      Execute: { ...wait('execute'), TimeoutSeconds: 365 * day, Next: 'Close' },
      Close: { ...call('close'), Retry: [transientOrEnded], End: true },
    },
  };
}
