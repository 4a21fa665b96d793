/**
 * JSON Schema of what may stand for a value in a plan. `expected` says in words what a fragment takes; messages and
 * the published schema use it.
 */

/** A CloudFormation intrinsic function: it may stand wherever a text may. */
export const intrinsic = {
  type: 'object',
  minProperties: 1,
  maxProperties: 1,
  patternProperties: { '^(Ref|Fn::[A-Za-z0-9:]+)$': {} },
  additionalProperties: false,
  title: 'CloudFormation function',
  description: 'A CloudFormation function, such as `!Ref` or `!Sub`.',
  expected: 'a CloudFormation function such as `!Ref` or `!Sub`',
} as const;

/** A string, possibly with `${{ … }}`. */
export const text = { anyOf: [{ type: 'string' }, intrinsic], expected: 'text' } as const;

/** A name or ARN that may not be empty. */
export const name = {
  anyOf: [{ type: 'string', minLength: 1 }, intrinsic],
  expected: 'text that is not empty',
} as const;

/** A whole `${{ … }}` where a number or boolean is expected. */
export const reference = {
  type: 'string',
  pattern: '^\\s*\\$\\{\\{[\\s\\S]*\\}\\}\\s*$',
  description: 'A reference `${{ … }}`.',
  expected: 'a reference `${{ … }}`',
} as const;

/** A whole JSONata expression. */
export const jsonata = {
  type: 'string',
  pattern: '^\\{%[\\s\\S]*%\\}$',
  description: 'A JSONata expression `{% … %}`.',
  expected: 'a JSONata expression `{% … %}`',
} as const;

/** The name of a plan, and so of its distributions. */
export const planName = {
  type: 'string',
  pattern: '^[a-z][a-z0-9-]{0,62}$',
  expected: 'lower-case letters, digits and hyphens, starting with a letter, at most 63 characters',
} as const;

/** https://semver.org/#is-there-a-suggested-regular-expression-regex-to-check-a-semver-string */
export const version = {
  type: 'string',
  pattern:
    '^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-((0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)(\\.(0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(\\+([0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*))?$',
  expected: 'a semantic version such as 1.4.0',
} as const;

export const environmentName = {
  type: 'string',
  pattern: '^[a-z][a-z0-9-]{0,31}$',
  expected: 'lower-case letters, digits and hyphens, starting with a letter, at most 32 characters',
} as const;

export const regionName = {
  type: 'string',
  pattern: '^[a-z]{2}(-[a-z]+)+-\\d+$',
  expected: 'the name of a region of AWS, such as `eu-west-1`',
} as const;

export const roleArn = {
  type: 'string',
  pattern: '^arn:aws[a-z-]*:iam::\\d{12}:role/\\S+$',
  expected: 'the ARN of a role',
} as const;

/** What becomes of a deployment while another one of the same plan runs. */
export const concurrency = { enum: ['queue', 'reject', 'replace'] } as const;
export type Concurrency = (typeof concurrency.enum)[number];
