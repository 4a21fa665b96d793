import { field } from '../asl/states/values.js';
import type { Schema } from '../language/schema.js';
import { environmentName, regionName, roleArn } from '../language/values.js';

/** `environments.yaml`: which environments are in AWS, and where. */
export const environments: Schema = {
  type: 'object',
  title: 'Environments',
  description: 'Where environments in AWS are; all others are in a folder of this machine.',
  propertyNames: {
    ...environmentName,
    title: 'Environment',
    description: 'The name of an environment.',
  },
  additionalProperties: {
    type: 'object',
    title: 'Environment in AWS',
    description: 'An environment in AWS: a region of an account, and how to get there.',
    required: ['Region'],
    properties: {
      Region: field(regionName, 'The region that it is in.', 'eu-west-1'),
      Profile: field(
        { type: 'string', minLength: 1, expected: 'the name of a profile' },
        'The profile of the configuration of AWS whose credentials are used; where it is absent, those that the SDK of AWS finds.',
        'production',
      ),
      RoleArn: field(
        roleArn,
        'A role that is assumed with those credentials.',
        'arn:aws:iam::123456789012:role/deploy',
      ),
    },
    additionalProperties: false,
  },
};
