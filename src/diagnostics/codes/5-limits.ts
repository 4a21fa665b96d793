import { error, warning } from './define.js';

interface Size {
  readonly size: number;
  readonly limit: number;
}

const count = (value: number): string => value.toLocaleString('en-US');

/** 5xxx: limits of Step Functions and CloudFormation. */
export const limitCodes = {
  PLAN5001: error<Size>(
    'definition too large',
    ({ size, limit }) =>
      `the plan compiles to a definition of ${count(size)} characters; Step Functions takes ${count(limit)}`,
  ),
  PLAN5002: error<Size>(
    'template too large',
    ({ size, limit }) =>
      `the plan's stack has a template of ${count(size)} bytes; CloudFormation takes ${count(limit)}`,
  ),

  PLAN5101: error<{ id: string; owner: string }>(
    'a name that is taken',
    ({ id, owner }) => `\`${id}\` is a name that plancc keeps for ${owner}`,
  ),
  PLAN5102: error<{ id: string }>(
    'a name CloudFormation refuses for a resource',
    ({ id }) => `\`${id}\` cannot be the name of a resource`,
  ),
  PLAN5103: error<{ name: string; what: string }>(
    'a CloudFormation function that points at nothing',
    ({ name, what }) => `\`${name}\` is not ${what}`,
  ),
  PLAN5104: error<{ id: string }>('a resource without a type', ({ id }) => `\`${id}\` has no \`Type\``),
  PLAN5105: error<{ attribute: string }>(
    'an unknown attribute of a resource',
    ({ attribute }) => `\`${attribute}\` is not an attribute of a CloudFormation resource`,
  ),
  PLAN5106: warning(
    'a reference that stays text',
    () => '`${{ … }}` in `Resources` is text like any other: CloudFormation resolves these',
  ),
  PLAN5107: error<{ what: string } & Size>(
    'more than a stack may have',
    ({ what, size, limit }) =>
      `the plan's stack has ${count(size)} ${what}; at most ${count(limit)} are possible`,
  ),
};
