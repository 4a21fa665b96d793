import { scopeFields } from '../asl/states/scope.js';
import { field, longest } from '../asl/states/values.js';
import { ownPrefix } from '../cloudformation/logical-id.js';
import type { Schema } from '../language/schema.js';
import { concurrency, planName, version } from '../language/values.js';

const names = (title: string, description: string): Schema => ({
  title,
  description,
  minLength: 1,
  expected: 'at least one character',
});

const lines = (description: string, ...examples: string[]): Schema =>
  field(
    { type: 'array', items: { type: 'string', minLength: 1, expected: 'text that is not empty' } },
    description,
    examples,
  );

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/resource-attributes.html, but for `Condition`,
// of which a plan's stack has none.
const resource: Schema = {
  type: 'object',
  title: 'Resource',
  required: ['Type'],
  properties: {
    Type: field(
      // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
      { type: 'string', pattern: '::', expected: 'the type of a resource, such as AWS::IAM::Role' },
      'The type of the resource.',
      'AWS::SNS::Topic',
    ),
    Properties: field({ type: 'object' }, 'What the resource is made with.', { DisplayName: 'Releases' }),
    DependsOn: field(
      {
        anyOf: [
          { type: 'string' },
          { type: 'array', items: { type: 'string' }, description: 'Names of several resources.' },
        ],
        expected: 'the name of a resource, or a list of such names',
      },
      'Resources that must be there before this one.',
      'JobRole',
    ),
    Metadata: field({}, 'Data about the resource that CloudFormation keeps with it.'),
    DeletionPolicy: field({ type: 'string' }, 'What becomes of it when it leaves the plan.', 'Retain'),
    UpdateReplacePolicy: field(
      { type: 'string' },
      'What becomes of it when an update replaces it.',
      'Retain',
    ),
    CreationPolicy: field({ type: 'object' }, 'What CloudFormation waits for when it is created.'),
    UpdatePolicy: field({ type: 'object' }, 'How CloudFormation updates it.'),
  },
  additionalProperties: false,
};

/** The top level of a plan. */
export const plan: Schema = {
  type: 'object',
  title: 'Plan',
  description: 'A deployment plan of plancc: an Amazon States Language document with a package header.',
  required: ['Name', 'States'],
  properties: {
    Name: field(planName, 'The name of the plan and of its distributions.', 'webshop'),
    Version: field(
      version,
      'The semantic version of this distribution; or give it with `--set-version`.',
      '1.4.0',
    ),
    Description: field({ type: 'string' }, 'What it deploys, in a sentence.'),
    Tags: field(
      { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'] } },
      'Labels of the distribution.',
      { team: 'payments' },
    ),
    Dependencies: field(
      {
        type: 'object',
        propertyNames: { ...planName, title: 'Distribution', description: 'The name of a distribution.' },
        additionalProperties: { type: 'string', expected: 'a range of versions such as ^2.1.0' },
      },
      'Other distributions that must be in the environment, and in which versions.',
      { network: '^2.1.0' },
    ),
    Parameters: field(
      {
        type: 'object',
        propertyNames: names('Parameter', 'The name of a parameter.'),
        additionalProperties: { $ref: '#/definitions/parameter' },
      },
      'Values that may differ from environment to environment.',
      { DbClass: { Type: 'String', Default: 'db.t4g.micro', Values: { production: 'db.r6g.large' } } },
    ),
    Runners: field(
      {
        type: 'object',
        propertyNames: names('Runner', 'The name of a runner.'),
        additionalProperties: { $ref: '#/definitions/runner' },
      },
      'Containers that run the commands of `runner` and `cdk` states.',
      { tools: { Image: 'public.ecr.aws/docker/library/node:22' } },
    ),
    Resources: field(
      {
        type: 'object',
        propertyNames: {
          title: 'Resource',
          description: 'The logical id of a resource.',
          pattern: `^(?!${ownPrefix})[A-Za-z0-9]{1,255}$`,
          expected: `letters and digits, not starting with \`${ownPrefix}\``,
        },
        additionalProperties: resource,
      },
      'CloudFormation resources that the plan needs beside it.',
      { Topic: { Type: 'AWS::SNS::Topic' } },
    ),
    Outputs: field(
      { type: 'object', propertyNames: names('Output', 'The name of an output.') },
      'What other distributions may depend on and import.',
      { Endpoint: '${{ States.Database.Endpoint }}' },
    ),
    Package: field(
      {
        type: 'object',
        properties: {
          Before: lines(
            'Commands that run in a copy of the project before it is packed.',
            'npm ci',
            'npm run build',
          ),
          Include: lines('What is packed although `.planccignore` leaves it out.', 'dist/**'),
          Exclude: lines('What is left out.', 'test/**'),
        },
        additionalProperties: false,
      },
      'How the distribution is packed.',
      { Before: ['npm run build'], Exclude: ['test/**'] },
    ),
    Concurrency: field(
      concurrency,
      'What happens to a deployment while another one of this plan runs; `queue` if absent.',
    ),
    ...scopeFields,
    QueryLanguage: field(
      { enum: ['JSONPath', 'JSONata'] },
      'The language of paths and expressions; `JSONPath` if absent.',
    ),
    TimeoutSeconds: field(
      {
        type: 'integer',
        minimum: 1,
        maximum: longest,
        expected: `a whole number of seconds from 1 to ${longest}`,
      },
      'The longest a deployment may take.',
      86400,
    ),
    Comment: field({ type: 'string' }, 'A remark for readers.'),
  },
  additionalProperties: false,
};
