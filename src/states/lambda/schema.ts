import type { FromSchema } from 'json-schema-to-ts';
import { name, property } from '../fragments.js';

export const schema = {
  type: 'object',
  required: ['FunctionName'],
  properties: {
    FunctionName: property(
      name,
      'The name or ARN of the function, with or without a version or alias.',
      'webshop-smoke-test',
    ),
    Payload: property({}, 'The JSON the function is given; `{}` if absent.', {
      version: '${{ Distribution.Version }}',
    }),
    Qualifier: property(name, 'A version or alias of the function.', 'live'),
    InvocationType: property(
      { enum: ['RequestResponse', 'Event', 'DryRun'] },
      'Wait for the result, only hand the event over, or only check permissions; `RequestResponse` if absent.',
    ),
  },
  additionalProperties: false,
} as const;

export type LambdaProperties = FromSchema<typeof schema>;
