import { field } from '../asl/states/values.js';
import { duration } from '../language/duration.js';
import type { Schema } from '../language/schema.js';
import { environmentName, planName } from '../language/values.js';
import { mocks, named } from './mocks.js';

const word: Schema = { type: 'string', minLength: 1, expected: 'text that is not empty' };

const ofState: Schema = {
  properties: {
    Attempts: field(
      { type: 'integer', minimum: 0, expected: 'a whole number, 0 if it must not run' },
      'How often it ran, with retries and iterations; 0 if it must not run.',
      2,
    ),
    Input: field({}, 'What it was entered with; of objects, what is written here.', {
      parameters: { DbClass: 'db.r6g.large' },
    }),
    Properties: field(
      { type: 'object' },
      'The settings of a state of plancc, with references resolved; of objects, what is written here.',
      { StackName: 'production-shop-database' },
    ),
    Arguments: field({}, 'What a `Task` was called with; of objects, what is written here.', {
      Subject: 'webshop 1.4.0 runs in dev',
    }),
    Output: field({}, 'What it was left with; of objects, what is written here.', {
      output: { Approve: { decision: 'not asked' } },
    }),
  },
  additionalProperties: false,
};

const expectation: Schema = {
  type: 'object',
  properties: {
    Status: field(
      { enum: ['SUCCEEDED', 'FAILED', 'TIMED_OUT'] },
      'How the execution ends; `SUCCEEDED` if absent, `FAILED` with an `Error`.',
    ),
    Error: field(word, 'The name of the error that it fails with.', 'ApprovalRejected'),
    Cause: field(word, 'A part of the cause that it fails with.', 'too late on a Friday'),
    Path: field(
      { type: 'array', minItems: 1, items: word, expected: 'a list of at least one name' },
      'States in the order in which they are entered; others may be entered between them.',
      ['Approve', 'Database', 'Smoke test'],
    ),
    States: field(
      {
        type: 'object',
        propertyNames: named('State', 'The name of a state of the plan.'),
        additionalProperties: {
          ...ofState,
          type: ['object', 'array'],
          minItems: 1,
          expected: 'a list of at least one of its runs',
          items: { ...ofState, type: 'object' },
          title: 'State',
          description: 'What is said of one of its runs; a list, of several.',
        },
      },
      'What single states ran with.',
      { 'Load test': { Attempts: 0 } },
    ),
    Outputs: field({ type: 'object' }, 'Outputs of the plan; others may be there.', {
      Endpoint: 'db.example.com',
    }),
    MaxDuration: field(
      duration,
      'The longest that it takes with its waits and retries; what a mock answers takes no time.',
      '2h',
    ),
  },
  additionalProperties: false,
};

/** `simulations.yaml`: what a plan does in cases that are made up. */
export const simulations: Schema = {
  type: 'object',
  title: 'Simulations',
  description: 'Tests of a plan: what it is given in each case, and what is then expected of it.',
  required: ['Cases'],
  properties: {
    Mocks: field(
      mocks,
      'What AWS answers in all cases, over what `mocks.yaml` says; what jobs come to, which a simulation never runs.',
      { States: { 'Migrate schema': { Return: { Version: '0003' } } } },
    ),
    Cases: field(
      {
        type: 'object',
        minProperties: 1,
        expected: 'an object of at least one case',
        propertyNames: named('Case', 'What it is about, in a few words.'),
        additionalProperties: {
          type: 'object',
          title: 'Case',
          description: 'A simulation of the plan.',
          properties: {
            Environment: field(
              environmentName,
              'The name of the environment; `dev` if absent.',
              'production',
            ),
            Parameters: field(
              {
                type: 'object',
                propertyNames: named('Parameter', 'The name of a parameter of the plan.'),
                additionalProperties: {
                  type: ['string', 'number', 'boolean', 'array'],
                  expected: 'text, a number, a boolean or a list of texts',
                },
              },
              'Values of parameters, instead of those that the environment has.',
              { LoadTest: true },
            ),
            Dependencies: field(
              {
                type: 'object',
                propertyNames: {
                  ...planName,
                  title: 'Distribution',
                  description: 'The name of a distribution.',
                },
                additionalProperties: { type: 'object' },
              },
              'Outputs of distributions that the plan depends on; those that are left out are made up.',
              { network: { VpcId: 'vpc-0123456789abcdef0' } },
            ),
            Mocks: field(mocks, 'What AWS answers in this case, over what `mocks.yaml` says.', {
              States: { Approve: { Throw: { Error: 'ApprovalRejected', Cause: 'not on a Friday' } } },
            }),
            Expect: field(expectation, 'What comes of it; that it succeeds if absent.', {
              Error: 'ApprovalRejected',
            }),
          },
          additionalProperties: false,
        },
      },
      'The cases by name.',
      { 'production asks first': { Environment: 'production', Expect: { Path: ['Approve', 'Database'] } } },
    ),
  },
  additionalProperties: false,
};
