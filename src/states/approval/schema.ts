import type { FromSchema } from 'json-schema-to-ts';
import { arn, property, text, texts } from '../fragments.js';

export const schema = {
  type: 'object',
  properties: {
    Message: property(
      text,
      'What is to be decided, in words for those who decide.',
      'Release ${{ Distribution.Version }} to ${{ Environment }}?',
    ),
    Approvers: property(
      texts,
      'IAM principals who may decide; everyone who may put decisions in the environment if absent.',
      ['arn:aws:iam::123456789012:role/release-managers'],
    ),
    Notify: property(
      arn,
      'The ARN of an SNS topic that is told of the question.',
      'arn:aws:sns:eu-west-1:123456789012:releases',
    ),
  },
  additionalProperties: false,
} as const;

export type ApprovalProperties = FromSchema<typeof schema>;
