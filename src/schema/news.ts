import type { Schema } from '../language/schema.js';
import { environmentName, planName, version } from '../language/values.js';
import { closed, count, error, type Fields } from './result-forms.js';

const text = (description: string): Schema => ({ type: 'string', description });

export const time: Schema = {
  type: 'string',

  description: 'When it was, as in RFC 3339.',
};
export const environment: Schema = { ...environmentName, description: 'The environment.' };
export const deploymentId: Schema = {
  type: 'string',
  pattern: '^\\d{8}-\\d{6}-[0-9a-f]{6}$',
  description: 'The id of the deployment.',
};
export const status: Schema = {
  enum: ['requested', 'queued', 'running', 'succeeded', 'failed', 'stopped', 'rejected', 'replaced'],
  description: 'How the deployment stands.',
};
export const iteration: Schema = {
  type: 'array',
  items: count,
  description: 'The indexes of the iterations of Maps that the state is in, outermost first.',
};
const state = text('The state, by its name in the plan.');
const place: Fields = { state, iteration };
const named: Fields = {
  environment,
  name: { ...planName, description: 'The name of the distribution.' },
  version: { ...version, description: 'Its version.' },
  deployment: deploymentId,
};
const cause = text('Why it failed.');
const seconds: Schema = { type: 'number', minimum: 0, description: 'How long it took.' };
const decision: Schema = { enum: ['approved', 'rejected'], description: 'What was decided.' };

const news = (event: string, title: string, fields: Fields, optional: Fields = {}): Schema => ({
  title,
  ...closed({ event: { enum: [event], description: 'What kind of news it is.' }, time, ...fields }, optional),
});

/** What happens in a deployment: each line that following writes with `--json`. */
export const newsForms: Schema = {
  title: 'News of a deployment',
  anyOf: [
    news(
      'deployment',
      'The deployment',
      { ...named, status },
      { behind: { ...deploymentId, description: 'The deployment that it waits for, when it is queued.' } },
    ),
    news(
      'state',
      'A state',
      {
        ...place,
        type: text('Its type.'),
        inside: {
          type: 'array',
          items: { type: 'string' },
          description: 'The Parallels and Maps around it, outermost first.',
        },
        status: {
          enum: ['started', 'retrying', 'succeeded', 'caught', 'failed', 'aborted', 'skipped'],
          description: 'What it does.',
        },
      },
      {
        attempt: { type: 'integer', minimum: 1, description: 'Which attempt, where there are several.' },
        seconds,
        error,
        cause,
      },
    ),
    news('iterations', 'The iterations of a Map', {
      ...place,
      total: { ...count, description: 'How many there are.' },
      succeeded: { ...count, description: 'How many went well.' },
      failed: { ...count, description: 'How many failed.' },
    }),
    news('log', 'A line that a job wrote', { ...place, text: text('The line.') }),
    news('changes', 'The changes of a stack', {
      ...place,
      changes: {
        type: 'array',
        description: 'Empty when there is nothing to change.',
        items: closed(
          {
            action: { enum: ['Add', 'Modify', 'Remove'], description: 'What becomes of the resource.' },
            logicalId: text('Its name in the template.'),
            type: text('Its type.'),
          },
          {
            replacement: {
              enum: ['True', 'False', 'Conditional'],
              description: 'Whether another one takes its place.',
            },
          },
        ),
      },
    }),
    news(
      'approval',
      'An approval that waits',
      {
        iteration,
        message: text('What is to be approved.'),
        needed: { type: 'integer', minimum: 1, description: 'How many more have to approve.' },
        command: text('What approves it.'),
      },
      { state },
    ),
    news(
      'decision',
      'A decision',
      { iteration, decision, by: text('Who decided.'), comment: text('Why.') },
      { state },
    ),
    news(
      'end',
      'The end',
      { ...named, status, seconds },
      {
        outputs: { type: 'object', description: 'What the distribution gives to others.' },
        failure: closed(
          { error, cause },
          {
            state,
            file: text('The plan, in the project.'),
            line: { type: 'integer', minimum: 1, description: 'Where the state stands in it, from 1.' },
            column: { type: 'integer', minimum: 1, description: 'From 1, in code points.' },
          },
        ),
      },
    ),
  ],
};
