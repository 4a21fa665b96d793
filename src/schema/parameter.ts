import { field } from '../asl/states/values.js';
import type { Schema } from '../language/schema.js';
import { environmentName, planName } from '../language/values.js';

const value: Schema = {
  type: ['string', 'number', 'boolean', 'array'],
  items: { type: 'string' },
  expected: 'text, a number, a boolean or a list of texts',
};

const word: Schema = { type: 'string', minLength: 1, expected: 'text that is not empty' };

const source: Schema = {
  type: 'object',
  exactlyOne: [['Ssm', 'SecretsManager', 'Dependency', 'Lambda']],
  dependencies: { Dependency: ['Output'], Output: ['Dependency'] },
  properties: {
    Ssm: field(
      word,
      'The name of a parameter in the SSM parameter store.',
      '/webshop/${{ Environment }}/domain',
    ),
    SecretsManager: field(
      word,
      'The name of a secret in Secrets Manager.',
      'webshop/${{ Environment }}/password',
    ),
    Dependency: field(planName, 'The name of a distribution among `Dependencies`.', 'network'),
    Output: field(word, 'The name of an output of that distribution.', 'VpcId'),
    Lambda: field(word, 'The name or ARN of a function that returns the value.', 'find-certificate'),
  },
  additionalProperties: false,
};

/** One of a plan's `Parameters`. */
export const parameter: Schema = {
  type: 'object',
  description: 'A value that may differ from environment to environment.',
  properties: {
    Type: field(
      { enum: ['String', 'Number', 'Boolean', 'List'] },
      'The type of the value; `String` if absent.',
    ),
    Description: field({ type: 'string' }, 'What it is for.'),
    Default: field(value, 'The value when nothing else gives one.', 'db.t4g.micro'),
    Values: field(
      {
        type: 'object',
        propertyNames: {
          ...environmentName,
          title: 'environment',
          description: 'The name of an environment.',
        },
        additionalProperties: value,
      },
      'Values by the name of the environment; they come before `From` and `Default`.',
      { production: 'db.r6g.large' },
    ),
    From: field(source, 'Where the value is looked up when the plan is deployed.', {
      Ssm: '/webshop/${{ Environment }}/domain',
    }),
    AllowedValues: field(
      { type: 'array', items: value, minItems: 1, expected: 'a list of at least one value' },
      'The only values it may have.',
    ),
    Pattern: field({ type: 'string' }, 'A regular expression that the value must match.', '^db\\.'),
    Secret: field(
      { type: 'boolean' },
      'Whether the value must never be seen: it is then resolved by the worker alone, at the last moment.',
      true,
    ),
  },
  additionalProperties: false,
};
