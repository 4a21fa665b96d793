import type { Schema } from '../language/schema.js';
import { planName, version } from '../language/values.js';

export type Fields = { readonly [name: string]: Schema };

export const file: Schema = { type: 'string', description: 'The distribution, as it was named.' };
export const name: Schema = { ...planName, description: 'The name of the plan.' };
export const id: Schema = {
  type: 'string',
  pattern: '^[0-9a-f]{64}$',
  description: 'The SHA-256 of the manifest.',
};
export const distribution: Fields = {
  file,
  name,
  version: { ...version, description: 'The version of the distribution.' },
  id,
};
export const texts = (description: string): Schema => ({
  type: 'array',
  items: { type: 'string' },
  description,
});
export const count: Schema = { type: 'integer', minimum: 0 };
export const size: Schema = { ...count, description: 'Bytes of the zip.' };

/** An object with these fields, all of them, and no others. */
export const closed = (properties: Fields, optional: Fields = {}): Schema => ({
  type: 'object',
  required: Object.keys(properties),
  properties: { ...properties, ...optional },
  additionalProperties: false,
});

const problems: Schema = {
  type: 'array',
  items: { $ref: '#/definitions/problem' },
  description: 'Errors and warnings, by file and place.',
};
const omittedProblems: Schema = {
  type: 'integer',
  minimum: 1,
  description: 'How many further problems there are; absent when all are listed.',
};

/** The fields of a result, all of them, beside the problems. */
export const result = (title: string, fields: Fields, optional: Fields = {}): Schema => ({
  title,
  ...closed({ ...fields, problems }, { ...optional, omittedProblems }),
});

/** What is left when there are errors. */
export const failure = (title: string, fields: Fields): Schema => ({
  title,
  ...closed({ ...fields, problems: { ...problems, minItems: 1 } }, { omittedProblems }),
});
export const stopped = failure('Stopped by problems', {});

export const origin: Fields = {
  state: { type: 'string', description: 'The state, by its name in the plan.' },
  type: { type: 'string', description: 'Its type.' },
  line: { type: 'integer', minimum: 1, description: 'Where it stands in the plan, from 1.' },
  column: { type: 'integer', minimum: 1, description: 'From 1, in code points.' },
};
export const error: Schema = { type: 'string', description: 'The name of the error.' };
