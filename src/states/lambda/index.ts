import { any, named } from '../../language/shape.js';
import type { JsonObject } from '../../source/document.js';
import { defineState } from '../define.js';
import { integration, lambdaPermissions } from './permissions.js';
import { type LambdaProperties, schema } from './schema.js';

export const lambda = defineState<LambdaProperties>({
  type: 'lambda',
  summary: 'Invokes a Lambda function.',
  schema,
  errors: {},
  output: ({ properties: { InvocationType = 'RequestResponse' } }) =>
    InvocationType === 'RequestResponse' ? any : named([], `results of a call with \`${InvocationType}\``),
  lower: ({ properties }) => ({
    kind: 'integration',
    resource: integration,
    arguments: properties as JsonObject,
    result: ['Payload'],
  }),
  permissions: lambdaPermissions,
});
