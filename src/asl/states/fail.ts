import { text } from '../../language/values.js';
import { native } from './fields.js';
import { field, path } from './values.js';

const value = { ...text, holds: 'value' } as const;
const textPath = { ...path, holds: 'path or text function' } as const;

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html */
export const fail = native('Fail', 'Ends the execution with an error.', {
  atMostOne: [
    ['Error', 'ErrorPath'],
    ['Cause', 'CausePath'],
  ],
  properties: {
    Error: field(value, 'A name for the error.', 'NotReady'),
    ErrorPath: field(textPath, 'JSONPath: a path, or an intrinsic function, that gives the name.'),
    Cause: field(value, 'What went wrong, for people.', 'the database is not ready'),
    CausePath: field(textPath, 'JSONPath: a path, or an intrinsic function, that gives the cause.'),
  },
  examples: [{ Type: 'Fail', Error: 'NotReady', Cause: 'the database is not ready' }],
});
