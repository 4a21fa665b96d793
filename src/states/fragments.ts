/**
 * Schema fragments shared by the state types. A `text` is a string, possibly with `${{ … }}`, or a CloudFormation
 * intrinsic object, which stands wherever a string may.
 */
export const intrinsic = {
  type: 'object',
  minProperties: 1,
  maxProperties: 1,
  patternProperties: { '^(Ref|Condition|Fn::[A-Za-z0-9:]+)$': {} },
  additionalProperties: false,
} as const;

export const text = { anyOf: [{ type: 'string' }, intrinsic] } as const;

/** A name or ARN that may not be empty. */
export const name = { anyOf: [{ type: 'string', minLength: 1 }, intrinsic] } as const;

/** A path of the project: plain text, known when the plan is built. */
export const path = { type: 'string', minLength: 1, pattern: '^(?!/)(?!.*\\$\\{\\{)' } as const;

export const scalar = { anyOf: [{ type: ['string', 'number', 'boolean'] }, intrinsic] } as const;

/** A whole `${{ … }}` where a number or boolean is expected. */
export const reference = { type: 'string', pattern: '^\\$\\{\\{.*\\}\\}$' } as const;

export const flag = { anyOf: [{ type: 'boolean' }, reference] } as const;

export const texts = { type: 'array', items: text } as const;

/** Names to texts, numbers or booleans: stack parameters, environment variables, tags. */
export const scalars = { type: 'object', additionalProperties: scalar } as const;
