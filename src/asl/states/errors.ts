import type { Schema } from '../../language/schema.js';
import { text } from '../../language/values.js';
import { errorNames, field, longest, pathOrNull, stateName } from './values.js';

const assign: Schema = { type: 'object', holds: 'template' };

/** https://states-language.net/#errors: numbers here are literals, Step Functions takes neither path nor JSONata. */
export const retrier: Schema = {
  type: 'object',
  title: 'Retrier',
  description: 'When a state is tried again, and how often.',
  required: ['ErrorEquals'],
  properties: {
    ErrorEquals: field(errorNames, 'Names of the errors it is for; `States.ALL` stands alone, in the last.', [
      'States.TaskFailed',
    ]),
    IntervalSeconds: field(
      { type: 'integer', minimum: 1, maximum: longest, expected: 'a whole number of seconds, at least 1' },
      'Seconds before the first retry; 1 if absent.',
      5,
    ),
    MaxAttempts: field(
      { type: 'integer', minimum: 0, maximum: longest, expected: 'a whole number, at least 0' },
      'How often it is tried again; 3 if absent, 0 for never.',
      3,
    ),
    BackoffRate: field(
      { type: 'number', minimum: 1, expected: 'a number, at least 1' },
      'By what the interval grows with each retry; 2 if absent.',
      2,
    ),
    MaxDelaySeconds: field(
      { type: 'integer', minimum: 1, maximum: 31_622_399, expected: 'a whole number of seconds, at least 1' },
      'The longest interval between two retries.',
      60,
    ),
    JitterStrategy: field({ enum: ['FULL', 'NONE'] }, '`FULL` spreads retries at random over the interval.'),
    Comment: field(text, 'A remark for readers.'),
  },
  additionalProperties: false,
};

export const catcher: Schema = {
  type: 'object',
  title: 'Catcher',
  description: 'Where the execution goes on after an error.',
  required: ['ErrorEquals', 'Next'],
  properties: {
    ErrorEquals: field(errorNames, 'Names of the errors it is for; `States.ALL` stands alone, in the last.', [
      'States.ALL',
    ]),
    Next: field(stateName, 'The state to go on to.', 'Notify'),
    ResultPath: field(
      { ...pathOrNull, holds: 'result path' },
      'Where in the payload `{Error, Cause}` is put.',
      '$.error',
    ),
    Output: field(
      { holds: 'JSONata value' },
      'JSONata: what the next state gets; `$states.errorOutput` is the error.',
    ),
    Assign: field(assign, 'Variables to set.'),
    Comment: field(text, 'A remark for readers.'),
  },
  additionalProperties: false,
};
