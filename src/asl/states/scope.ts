import type { Schema } from '../../language/schema.js';
import { text } from '../../language/values.js';
import { processorConfig } from './distributed.js';
import { field, stateName } from './values.js';

/** States by name, in the order in which they run. https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html */
export const states: Schema = {
  type: 'object',
  minProperties: 1,
  propertyNames: {
    title: 'State',
    description: 'The name of a state.',
    minLength: 1,
    maxLength: 80,
    expected: '1 to 80 characters',
  },
  additionalProperties: { $ref: '#/definitions/state' },
  expected: 'an object of at least one state',
};

export const scopeFields = {
  StartAt: field(stateName, 'The state to start at; the first one in the file if absent.'),
  States: field(
    { $ref: '#/definitions/states' },
    'States by name; each goes on to the next one unless it says otherwise.',
    { Ready: { Type: 'Pass' } },
  ),
};

export const branch: Schema = {
  type: 'object',
  title: 'Branch',
  description: 'States that run one after the other, beside those of the other branches.',
  required: ['States'],
  properties: { ...scopeFields, Comment: field(text, 'A remark for readers.') },
  additionalProperties: false,
};

export const body: Schema = {
  ...branch,
  title: 'Iteration',
  description: 'States that run once for every item.',
  properties: {
    ...branch.properties,
    ProcessorConfig: field(processorConfig, 'Whether iterations run inline or as executions of their own.'),
  },
};
