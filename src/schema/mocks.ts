import { field } from '../asl/states/values.js';
import type { Schema } from '../language/schema.js';

const text: Schema = { type: 'string', expected: 'text' };

/** Of the keys of an object. */
export const named = (title: string, description: string): Schema => ({
  title,
  description,
  minLength: 1,
  expected: 'at least one character',
});

const outcome: Schema = {
  exactlyOne: [['Return', 'Throw']],
  properties: {
    Return: field({}, 'The result: of a `Task` what the service answers, of a state of plancc its output.', {
      Url: 'https://dev.shop.example.com',
    }),
    Throw: field(
      {
        type: 'object',
        required: ['Error'],
        properties: {
          Error: field(
            { type: 'string', minLength: 1, expected: 'the name of an error' },
            'The name of the error, as `Retry` and `Catch` compare it.',
            'States.TaskFailed',
          ),
          Cause: field(text, 'What it says of its cause.', 'the cache is cold'),
        },
        additionalProperties: false,
      },
      'The error that it fails with.',
      { Error: 'States.TaskFailed', Cause: 'the cache is cold' },
    ),
  },
  additionalProperties: false,
};

/** What the call of a state comes to: always the same, or one after the other. */
export const mock: Schema = {
  ...outcome,
  type: ['object', 'array'],
  minItems: 1,
  expected: 'a list of at least one result',
  items: { ...outcome, type: 'object' },
  title: 'Mock',
  description: 'What the state comes to; a list has one for each attempt, of which the last is repeated.',
};

/** The fields of `mocks.yaml`, and of the `Mocks` of a simulation. */
export const mockFields: { readonly [name: string]: Schema } = {
  States: field(
    {
      type: 'object',
      propertyNames: named('State', 'The name of a state of the plan.'),
      additionalProperties: mock,
    },
    'What states come to, by the name of the state. A state of plancc that is here does nothing else.',
    { 'Refresh cache': { Return: { Invalidation: { Id: 'I1', Status: 'InProgress' } } } },
  ),
  Parameters: field(
    {
      type: 'object',
      propertyNames: named('Parameter', 'The name of a parameter of Systems Manager.'),
      additionalProperties: text,
    },
    'Parameters of Systems Manager, by name.',
    { '/shop/${{ Environment }}/domain': '${{ Environment }}.shop.example.com' },
  ),
  Secrets: field(
    {
      type: 'object',
      propertyNames: named('Secret', 'The name or ARN of a secret of Secrets Manager.'),
      additionalProperties: text,
    },
    'Secrets of Secrets Manager, by name or ARN. Not real ones: the file is packed into the distribution.',
    { 'shop/${{ Environment }}/password': 'not-a-real-password' },
  ),
  Functions: field(
    {
      type: 'object',
      propertyNames: named('Function', 'The name or ARN of a Lambda function.'),
      additionalProperties: {},
    },
    'What Lambda functions return, by name or ARN.',
    { 'find-certificate': 'arn:aws:acm:us-east-1:123456789012:certificate/1' },
  ),
  Objects: field(
    {
      type: 'object',
      propertyNames: {
        title: 'Object',
        description: 'A bucket and the key of an object in it.',
        pattern: '^[^/]+/.',
        expected: 'a bucket, `/`, and the key of an object in it',
      },
      additionalProperties: {},
    },
    'Objects of S3, by `bucket/key`: text as it is, anything else as JSON.',
    { 'settings-${{ Environment }}/webshop.json': { domain: 'shop.example.com' } },
  ),
  Runners: field(
    {
      type: 'object',
      propertyNames: named('Runner', 'The name of a runner of the plan.'),
      additionalProperties: {
        type: 'object',
        properties: {
          Startup: field(
            { type: 'array', items: text },
            'Commands that run once when it starts, instead of those in the plan.',
            [],
          ),
          Path: field(
            { type: 'array', items: { type: 'string', minLength: 1, expected: 'a folder of the project' } },
            "Folders of the project with programs that the runner's image has; they come first in `PATH`.",
            ['mocks/bin'],
          ),
        },
        additionalProperties: false,
      },
    },
    "What stands for a runner's image where there are no containers, by the name of the runner; `default` is that of jobs that name none.",
    { tools: { Startup: [], Path: ['mocks/bin'] } },
  ),
};

/** `mocks.yaml`: what AWS would answer, for a local environment and for simulations. */
export const mocks: Schema = {
  type: 'object',
  title: 'Mocks',
  description:
    'What stands for AWS in a local environment and in simulations. `${{ Environment }}` is the name of the environment, in names and values.',
  properties: mockFields,
  additionalProperties: false,
};
