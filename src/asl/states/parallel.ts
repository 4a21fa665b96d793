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
} from './fields.js';
import { field } from './values.js';

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-parallel.html */
export const parallel = native('Parallel', 'Runs branches side by side and waits for all of them.', {
  required: ['Branches'],
  atMostOne: [['Next', 'End']],
  properties: {
    Branches: field(
      {
        type: 'array',
        minItems: 1,
        items: { $ref: '#/definitions/branch' },
        expected: 'a list of at least one branch',
      },
      'The branches; each has states of its own.',
    ),
    ...parameters,
    ...argumentsField,
    ...paths,
    ...result,
    ...resultPath,
    ...output,
    ...assign,
    ...errors,
    ...next,
  },
  examples: [
    {
      Type: 'Parallel',
      Branches: [{ States: { Left: { Type: 'Pass' } } }, { States: { Right: { Type: 'Pass' } } }],
    },
  ],
});
