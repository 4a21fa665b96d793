import { intrinsic, name, reference, text } from '../language/values.js';

/**
 * Schema fragments shared by the state types. `expected` says in words what a fragment takes: a pattern needs it, since
 * messages never show a regular expression.
 */
export { name, text };

/** A path of the project: plain text, known when the plan is built. */
export const path = {
  type: 'string',
  minLength: 1,
  pattern: '^(?!/)(?!.*\\$\\{\\{)',
  expected: 'a path below the project, without `${{ … }}`',
} as const;

/** A name of this plan: plain text, known when the plan is built. */
export const ownName = {
  type: 'string',
  minLength: 1,
  pattern: '^(?!.*\\$\\{\\{)',
  expected: 'a name, without `${{ … }}`',
} as const;

/** An ARN, or text that becomes one. */
export const arn = {
  anyOf: [{ type: 'string', pattern: '^arn:|\\$\\{\\{' }, intrinsic],
  expected: 'an ARN',
} as const;

export const scalar = {
  anyOf: [{ type: ['string', 'number', 'boolean'] }, intrinsic],
  expected: 'text, a number or a boolean',
} as const;

export const flag = { anyOf: [{ type: 'boolean' }, reference], expected: '`true` or `false`' } as const;

export const texts = { type: 'array', items: text } as const;

/** Names to texts, numbers or booleans: environment variables, tags. */
export const scalars = { type: 'object', additionalProperties: scalar } as const;

/** Names to values of stack parameters; a list is handed to CloudFormation joined by commas. */
export const stackParameters = {
  type: 'object',
  additionalProperties: {
    anyOf: [{ type: ['string', 'number', 'boolean'] }, { type: 'array', items: scalar }, intrinsic],
    expected: 'text, a number, a boolean or a list of these',
  },
} as const;

/** A fragment with the words an editor shows for it, in Markdown. */
export const property = <const S extends object>(
  schema: S,
  description: string,
  ...examples: readonly unknown[]
) => ({ ...schema, description, ...(examples.length > 0 && { examples }) });
