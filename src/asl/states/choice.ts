import { assign, native, output, paths } from './fields.js';
import { field, stateName } from './values.js';

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html */
export const choice = native('Choice', 'Goes on to one of several states.', {
  required: ['Choices'],
  properties: {
    Choices: field(
      {
        type: 'array',
        minItems: 1,
        items: { $ref: '#/definitions/choiceRule' },
        expected: 'a list of at least one rule',
      },
      'Rules, tried in order; the first that holds says where to go.',
    ),
    Default: field(stateName, 'The state to go on to when no rule holds.'),
    ...paths,
    ...output,
    ...assign,
  },
  examples: [
    {
      Type: 'Choice',
      Choices: [{ Variable: '${{ Environment }}', StringEquals: 'production', Next: 'Approve' }],
      Default: 'Deploy',
    },
  ],
});
