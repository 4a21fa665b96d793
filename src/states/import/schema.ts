import type { FromSchema } from 'json-schema-to-ts';
import { arn, name, ownName, property } from '../fragments.js';

const source = {
  type: 'object',
  properties: {
    Distribution: property(
      ownName,
      "One of the plan's `Dependencies`; the document is its entry in the inventory of the environment, with `version`, `id`, `outputs`, `since` and `by`.",
      'network',
    ),
    Bucket: property(name, 'The bucket that holds the document.', 'company-landing-zone'),
    Key: property(name, 'The key of the document, which is JSON.', 'accounts/${{ Environment }}.json'),
  },
  exactlyOne: [['Distribution', 'Bucket']],
  dependencies: { Bucket: ['Key'], Key: ['Bucket'] },
  additionalProperties: false,
} as const;

export const schema = {
  type: 'object',
  required: ['From', 'Outputs'],
  properties: {
    From: property(source, 'The document: that of a distribution, or a JSON object in S3.', {
      Distribution: 'network',
    }),
    Outputs: property(
      {
        type: 'object',
        minProperties: 1,
        additionalProperties: { type: 'string' },
        expected: 'an object with at least one output',
      },
      'Names of outputs, each with the JSONPath of its value in the document.',
      { VpcId: '$.outputs.VpcId' },
    ),
    AssumeRoleArn: property(
      arn,
      'A role, mostly of another account, that is assumed to read the document.',
      'arn:aws:iam::210987654321:role/reader',
    ),
  },
  additionalProperties: false,
} as const;

export type ImportProperties = FromSchema<typeof schema>;
