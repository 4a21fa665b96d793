import { error, warning } from './define.js';

export interface Size {
  readonly size: number;
  readonly limit: number;
}

const count = (value: number): string => value.toLocaleString('en-US');

/** 5xxx: limits of Step Functions and CloudFormation. */
export const limitCodes = {
  PLAN5001: error<Size>(
    'definition too large',
    ({ size, limit }) =>
      `the plan compiles to a definition of ${count(size)} characters; Step Functions takes at most ${count(limit)}`,
  ),
  PLAN5002: error<Size>(
    'template too large',
    ({ size, limit }) =>
      `the plan's stack has a template of ${count(size)} bytes; CloudFormation takes at most ${count(limit)}`,
  ),
  PLAN5003: error<{ name: string; type: string }>(
    'a state that an express execution cannot run',
    ({ name, type }) =>
      `an express execution ends after five minutes and cannot wait for \`${name}\`, a \`${type}\` state`,
  ),
  PLAN5101: error<{ id: string; parameter: string }>(
    'a name that is taken',
    ({ id, parameter }) =>
      `\`${id}\` cannot be a resource: the plan's stack has the parameter \`${parameter}\` under this name`,
  ),
  PLAN5102: error<{ name: string; what: string }>(
    'a name that CloudFormation would not find',
    ({ name, what }) => `\`${name}\` is not ${what}`,
  ),
  PLAN5103: warning<{ reference: string }>(
    'a reference that stays text',
    ({ reference }) =>
      `\`${reference}\` stays as it is: CloudFormation, which makes \`Resources\`, has no references`,
  ),
  PLAN5104: error<{ what: string } & Size>(
    'more than a stack may have',
    ({ what, size, limit }) =>
      `the plan's stack has ${count(size)} ${what}; at most ${count(limit)} are possible`,
  ),
  PLAN5105: error<{ function: string; reason: string }>(
    'a CloudFormation function that cannot be used',
    (values) => `\`${values.function}\` cannot be used like this: ${values.reason}`,
  ),
  PLAN5106: error<{ file: string; what: string } & Size>(
    'a template larger than CloudFormation takes',
    ({ file, what, size, limit }) =>
      `\`${file}\` has ${count(size)} ${what}; CloudFormation takes at most ${count(limit)}`,
  ),
  PLAN5107: warning<{ what: string } & Size>(
    'nearly as much as is possible',
    ({ what, size, limit }) =>
      `the plan's stack has ${count(size)} ${what}; at most ${count(limit)} are possible`,
  ),
  PLAN5108: error<{ function: string }>(
    'a CloudFormation function in `Outputs`',
    (values) => `\`${values.function}\` is not computed in \`Outputs\``,
  ),
};
