import { intrinsic } from '../../language/values.js';
import { assign, native, next, output, paths } from './fields.js';
import { field, path, rfc3339, seconds } from './values.js';

const timestamp = {
  anyOf: [
    {
      type: 'string',
      pattern: rfc3339,
    },
    { type: 'string', pattern: '\\$\\{\\{|^\\{%' },
    intrinsic,
  ],
  expected: 'a time such as 2026-01-31T12:00:00Z',
  holds: 'value',
} as const;

const referencePath = { ...path, holds: 'reference path' } as const;

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html */
export const wait = native('Wait', 'Waits for a while, or until a point in time.', {
  atMostOne: [['Next', 'End']],
  exactlyOne: [['Seconds', 'SecondsPath', 'Timestamp', 'TimestampPath']],
  properties: {
    Seconds: field(seconds(0), 'How long to wait.', 30),
    SecondsPath: field(referencePath, 'JSONPath: a path to how long to wait.'),
    Timestamp: field(timestamp, 'When to go on.', '2026-01-31T12:00:00Z'),
    TimestampPath: field(referencePath, 'JSONPath: a path to when to go on.'),
    ...paths,
    ...output,
    ...assign,
    ...next,
  },
  examples: [{ Type: 'Wait', Seconds: 30 }],
});
