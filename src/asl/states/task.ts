import { name, text } from '../../language/values.js';
import {
  argumentsField,
  assign,
  errors,
  native,
  next,
  output,
  parameters,
  paths,
  result,
  resultPath,
  timeouts,
} from './fields.js';
import { field } from './values.js';

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html */
export const task = native('Task', 'Calls a service, a Lambda function or an activity.', {
  required: ['Resource'],
  atMostOne: [
    ['Next', 'End'],
    ['TimeoutSeconds', 'TimeoutSecondsPath'],
    ['HeartbeatSeconds', 'HeartbeatSecondsPath'],
  ],
  properties: {
    Resource: field(
      name,
      'The ARN of what is called.',
      'arn:aws:states:::lambda:invoke',
      'arn:aws:states:::aws-sdk:s3:headObject',
      'arn:aws:states:::glue:startJobRun.sync',
    ),
    ...parameters,
    ...argumentsField,
    ...paths,
    ...result,
    ...resultPath,
    ...output,
    ...assign,
    ...timeouts,
    ...errors,
    Credentials: field(
      {
        type: 'object',
        holds: 'template',
        exactlyOne: [['RoleArn', 'RoleArn.$']],
        properties: {
          RoleArn: field(name, 'The ARN of the role.'),
          'RoleArn.$': field(text, 'A path to the ARN of the role.'),
        },
        additionalProperties: false,
      },
      'A role, also of another account, with which the task is run.',
    ),
    ...next,
  },
  examples: [
    {
      Type: 'Task',
      Resource: 'arn:aws:states:::sns:publish',
      Parameters: { TopicArn: 'arn:aws:sns:eu-west-1:123456789012:releases', Message: 'deployed' },
    },
  ],
});
