import type { Schema } from '../../language/schema.js';
import { text } from '../../language/values.js';
import { field, path, pathOrNull, seconds, stateName } from './values.js';

type Fields = { readonly [name: string]: Schema };

/** Fields of every state, Amazon's and plancc's. `When` and `Otherwise` are plancc's addition to both. */
export const common: Fields = {
  Comment: field(text, 'A remark for readers.'),
  QueryLanguage: field(
    { enum: ['JSONPath', 'JSONata'] },
    'The language of paths and expressions in this state; that of the plan if absent.',
  ),
  When: field(
    { $ref: '#/definitions/condition' },
    'A condition: when it does not hold, the state is skipped, whichever way it is reached.',
    { Variable: '${{ Environment }}', StringEquals: 'production' },
  ),
  Otherwise: field({}, "The state's output when `When` skips it.", {}),
};

export const next: Fields = {
  Next: field(
    stateName,
    'The state to go on to; the next one in the file if neither `Next` nor `End` is given.',
  ),
  End: field({ type: 'boolean' }, 'Whether the plan, branch or iteration ends after this state.', true),
};

export const paths: Fields = {
  InputPath: field(
    pathOrNull,
    'JSONPath: the part of the input the state works on; `$` if absent.',
    '$.order',
  ),
  OutputPath: field(pathOrNull, 'JSONPath: the part of the output that goes on; `$` if absent.', '$.result'),
};

export const output: Fields = {
  Output: field({ holds: 'JSONata value' }, 'JSONata: what the next state gets.', '{% $states.result %}'),
};

export const assign: Fields = {
  Assign: field({ type: 'object', holds: 'template' }, 'Variables to set for the states that follow.', {
    'count.$': '$.count',
  }),
};

export const parameters: Fields = {
  Parameters: field(
    { holds: 'JSONPath template' },
    'JSONPath: what the state passes on; keys that end in `.$` hold paths.',
    {
      'id.$': '$.order.id',
    },
  ),
};

export const argumentsField: Fields = {
  Arguments: field(
    { type: ['object', 'string'], holds: 'JSONata value' },
    'JSONata: what the state passes on; texts in `{% … %}` are expressions.',
    { id: '{% $states.input.order.id %}' },
  ),
};

export const result: Fields = {
  ResultSelector: field(
    { holds: 'JSONPath template' },
    'JSONPath: picks from the result before `ResultPath` stores it.',
    {
      'id.$': '$.Id',
    },
  ),
};

export const resultPath: Fields = {
  ResultPath: field(
    { ...pathOrNull, holds: 'result path' },
    'JSONPath: where in the payload the result is put; `null` drops it, `$` replaces the payload.',
    '$.output.order',
    null,
  ),
};

export const errors: Fields = {
  Retry: field(
    { type: 'array', items: { $ref: '#/definitions/retrier' } },
    'Which errors are tried again, in order.',
    [{ ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 5, MaxAttempts: 3 }],
  ),
  Catch: field(
    { type: 'array', items: { $ref: '#/definitions/catcher' } },
    'Where to go on after an error, in order.',
    [{ ErrorEquals: ['States.ALL'], Next: 'Notify' }],
  ),
};

/** A number with its `…Path` twin for JSONPath. */
export const twin = (name: string, schema: Schema, description: string, example: number): Fields => ({
  [name]: field(schema, description, example),
  [`${name}Path`]: field(
    { ...path, holds: 'reference path' },
    `JSONPath: a path to \`${name}\` in the input.`,
  ),
});

export const timeouts: Fields = {
  ...twin('TimeoutSeconds', seconds(1), 'The longest a task may take, each attempt by itself.', 300),
  ...twin('HeartbeatSeconds', seconds(1), 'The longest between two heartbeats; less than the timeout.', 60),
};

/** A state of Amazon's; its fields and nothing else. */
export const native = (type: string, description: string, more: Schema): Schema => ({
  ...more,
  type: 'object',
  title: type,
  description,
  required: ['Type', ...(more.required ?? [])],
  properties: { Type: { const: type }, ...more.properties, ...common },
  additionalProperties: false,
});
