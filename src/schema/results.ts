import type { Schema } from '../language/schema.js';
import { environmentName, planName } from '../language/values.js';
import { environmentResults, whyDeployment } from './environment-results.js';
import { position } from './problem.js';
import {
  closed,
  count,
  distribution,
  error,
  failure,
  file,
  id,
  origin,
  result,
  size,
  stopped,
  texts,
} from './result-forms.js';

/** What each command prints with `--json`: every form of it, closed. */
export const results: { readonly [command: string]: readonly Schema[] } = {
  init: [
    result(
      'Set up',
      {
        recognised: {
          type: 'array',
          description: 'The states made of what was there.',
          items: closed({
            state: { type: 'string', description: 'The name of the state.' },
            type: { type: 'string', description: 'Its type.' },
            file: { type: 'string', description: 'What it is made of.' },
          }),
        },
        files: texts('What was written.'),
        kept: texts('What was there and stays as it is.'),
      },
      {
        template: { type: 'string', description: 'The template; absent for a plan of what was there.' },
        name: { ...planName, description: 'The name of the plan; absent when there are several.' },
      },
    ),
    result('Templates', {
      templates: {
        type: 'array',
        description: 'The templates there are.',
        items: closed({
          name: { type: 'string', description: 'The name of the template.' },
          describe: { type: 'string', description: 'What it is for.' },
        }),
      },
    }),
    stopped,
  ],
  validate: [
    result('Checked', {}),
    result('Checked, and fixed', {
      fixed: {
        type: 'array',
        description: 'What was corrected, in the order in which it was done.',
        items: closed({
          code: { type: 'string', description: 'Which mistake it was.' },
          file: { type: 'string', description: 'The plan.' },
          start: { ...position, description: 'Where it stood then.' },
          was: { type: 'string', description: 'What stood there.' },
          text: { type: 'string', description: 'What stands there now.' },
        }),
      },
    }),
  ],
  build: [
    result('Built', {
      ...distribution,
      size,
      files: { ...count, description: 'How many files are in it.' },
    }),
    stopped,
  ],
  permissions: [
    result('Permissions', {
      permissions: {
        type: 'array',
        description: "What the role of the plan's state machine may do.",
        items: closed(
          {
            actions: { ...texts('The actions of IAM.'), minItems: 1 },
            resources: {
              type: 'array',
              minItems: 1,
              description: 'On what.',
              items: closed(
                {
                  arn: {
                    type: 'string',
                    description: 'An ARN, with `${…}` for what CloudFormation puts in.',
                  },
                },
                { wildcard: { type: 'string', description: 'Why it stands for more than one resource.' } },
              ),
            },
            neededBy: {
              type: 'array',
              description: 'The states that need it; empty for what the state machine itself needs.',
              items: closed({ state: origin.state!, line: origin.line!, column: origin.column! }),
            },
          },
          { condition: { type: 'object', description: 'The condition, as IAM writes it.' } },
        ),
      },
    }),
    stopped,
  ],
  simulate: [
    result('Simulated', {
      cases: {
        type: 'array',
        description: 'What each case came to, in the order of their file.',
        items: closed(
          {
            environment: { ...environmentName, description: 'The environment.' },
            passed: { type: 'boolean', description: 'Whether all is as the case expects.' },
            status: {
              enum: ['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'],
              description: 'How the execution ended.',
            },
            seconds: { type: 'number', minimum: 0, description: 'How long it would have taken.' },
            path: {
              type: 'array',
              description: 'The states in the order in which they were entered.',
              items: closed({
                state: origin.state!,
                type: origin.type!,
                iteration: {
                  type: 'array',
                  items: count,
                  description: 'Which items of the Maps around it, outermost first.',
                },
                attempts: { ...count, description: 'How often it was tried.' },
              }),
            },
          },
          {
            name: {
              type: 'string',
              description: 'The name of the case; absent where there is no file of them.',
            },
            error,
            cause: { type: 'string', description: 'The cause that it failed with.' },
            outputs: { type: 'object', description: 'The outputs of the plan; absent when it failed.' },
            payload: { description: 'What the execution ended with; absent when it failed.' },
          },
        ),
      },
    }),
    stopped,
  ],
  ...environmentResults,
  why: [
    whyDeployment,
    result(
      'Found',
      {
        distribution: { type: 'string', description: 'Name and version of the distribution.' },
        file: { type: 'string', description: 'The plan, in the project.' },
        ...origin,
        inside: {
          type: 'array',
          description: 'The Parallels and Maps around the state, innermost first.',
          items: closed(
            { state: origin.state! },
            { item: { ...count, description: 'Which item of the Map it was, from 0.' } },
          ),
        },
        before: {
          type: 'array',
          description: 'Failures before, which the plan caught.',
          items: closed(origin, { error }),
        },
      },
      {
        added: { type: 'string', description: 'Its name in the definition, where plancc added it.' },
        error,
        cause: { type: 'string', description: 'Why it failed, without what it was given.' },
        event: {
          description: 'The event of the history that says so.',
          ...closed(
            { id: count, type: { type: 'string', description: 'Its type.' } },
            { time: { type: 'string', description: 'When it was.' } },
          ),
        },
      },
    ),
    stopped,
  ],
  inspect: [
    {
      title: 'Read',
      ...closed({
        id,
        size,
        manifest: { $ref: '#/definitions/manifest' },
      }),
    },
    failure('Not read', { file }),
  ],
  verify: [result('Verified', distribution), failure('Not verified', { file })],
};
