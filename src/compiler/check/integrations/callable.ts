import { optimized } from '../../../asl/integrations/optimized.js';
import { type Problem, problem } from '../../../diagnostics/problem.js';
import type { Use } from './use.js';

/** What calls a resource that cannot be called by its own ARN, and the argument that takes the ARN. */
const callers: { readonly [service: string]: readonly [call: string, argument: string] } = {
  batch: ['batch:submitJob', 'JobDefinition'],
  codebuild: ['codebuild:startBuild', 'ProjectName'],
  dynamodb: ['dynamodb:putItem', 'TableName'],
  ecs: ['ecs:runTask', 'TaskDefinition'],
  events: ['events:putEvents', 'Entries'],
  glue: ['glue:startJobRun', 'JobName'],
  sns: ['sns:publish', 'TopicArn'],
  sqs: ['sqs:sendMessage', 'QueueUrl'],
};

const general =
  'write the ARN of an integration such as `arn:aws:states:::sns:publish`, of a Lambda function or of an activity';

/**
 * Whether the ARN in a `Resource` is that of something that can be called.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html#task-types
 */
export function checkCallable(use: Use): readonly Problem[] {
  const { written, text } = use;
  switch (written.kind) {
    case 'wrong':
      return [
        written.service === 'lambda'
          ? refused(use, 'not the ARN of a function', functionHelp)
          : refused(use, 'not the ARN of an integration or an activity', statesHelp(text, written.rest.text)),
      ];
    case 'other': {
      const caller = callers[written.service.text];
      if (caller === undefined) return [];
      const [call, argument] = caller;
      const help = `write \`arn:aws:states:::${call}\`, and say what it is for in \`${argument}\``;
      return [refused(use, `a resource of \`${written.service.text}\`, which an integration calls`, help)];
    }
    default:
      return [];
  }
}

const refused = (use: Use, reason: string, help: string): Problem =>
  problem('PLAN2079', use.at(), { resource: use.text, reason }, { help });

const functionHelp =
  'write `arn:aws:lambda:<region>:<account>:function:<name>`, or `arn:aws:states:::lambda:invoke` with `FunctionName`';

function statesHelp(text: string, rest: string): string {
  if (rest.startsWith('stateMachine'))
    return 'write `arn:aws:states:::states:startExecution`, and give the ARN as `StateMachineArn`';
  return inFull(text) ?? general;
}

/** `sns:publish` as it has to be written. */
function inFull(text: string): string | undefined {
  const found = /(?:^|:)((aws-sdk:)?([a-z0-9-]+):[A-Za-z0-9]+(?:\.[\w:]+)?)$/.exec(text);
  if (found === null) return undefined;
  const [, call, sdk, service] = found;
  return sdk !== undefined || Object.hasOwn(optimized, service!)
    ? `write \`arn:aws:states:::${call}\``
    : undefined;
}
