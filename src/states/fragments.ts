import { intrinsic, name, reference, text } from '../language/values.js';

/**
 * Schema fragments shared by the state types. `expected` says in words what a fragment takes: a pattern needs it, since
 * messages never show a regular expression.
 */
export { intrinsic, name, reference, text };

/** A path of the project: plain text, known when the plan is built. */
export const path = {
  type: 'string',
  minLength: 1,
  pattern: '^(?!/)(?!.*\\$\\{\\{)',
  expected: 'a path below the project, without `${{ … }}`',
} as const;

export const scalar = {
  anyOf: [{ type: ['string', 'number', 'boolean'] }, intrinsic],
  expected: 'text, a number or a boolean',
} as const;

export const flag = { anyOf: [{ type: 'boolean' }, reference], expected: '`true` or `false`' } as const;

export const texts = { type: 'array', items: text } as const;

/** Names to texts, numbers or booleans: stack parameters, environment variables, tags. */
export const scalars = { type: 'object', additionalProperties: scalar } as const;
