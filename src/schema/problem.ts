import { aliases } from '../diagnostics/codes/aliases.js';
import type { Schema } from '../language/schema.js';

export const position: Schema = {
  type: 'object',
  required: ['line', 'column', 'offset'],
  properties: {
    line: { type: 'integer', minimum: 1, description: 'From 1.' },
    column: { type: 'integer', minimum: 1, description: 'From 1, in code points.' },
    offset: { type: 'integer', minimum: 0, description: 'From the start of the file, in UTF-16 code units.' },
  },
  additionalProperties: false,
};

const place: { readonly [name: string]: Schema } = {
  file: { type: 'string', description: 'The file it is in.' },
  start: { ...position, description: 'Where it starts; absent when it is about the whole file.' },
  end: { ...position, description: 'Where it ends.' },
};

/** One error or warning, as commands print it with `--json`. */
export const problem: Schema = {
  type: 'object',
  title: 'Problem',
  required: ['code', 'severity', 'message', 'file'],
  properties: {
    code: {
      type: 'string',
      pattern: '^PLAN\\d{4}$',
      description: 'Which mistake it is.',
    },
    alias: {
      enum: [...new Set(Object.values(aliases))].sort(),
      description:
        'What Step Functions calls the same mistake in a definition; absent where it has no name for it.',
    },
    severity: { enum: ['error', 'warning'], description: 'Whether it stops the command.' },
    message: { type: 'string', description: 'What is wrong.' },
    help: { type: 'string', description: 'What to do.' },
    ...place,
    related: {
      type: 'array',
      minItems: 1,
      description: 'Other places that have to do with it.',
      items: {
        type: 'object',
        required: ['message', 'file'],
        properties: { message: { type: 'string', description: 'What is there.' }, ...place },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};
