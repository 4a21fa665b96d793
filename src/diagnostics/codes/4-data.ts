import { error, warning } from './define.js';

export interface Name {
  readonly name: string;
}

/** 4xxx: references, files and data flow. */
export const dataCodes = {
  PLAN4001: error<{ reason: string }>('malformed reference', ({ reason }) => reason),
  PLAN4002: error<{ reference: string; state: string }>(
    'not an output of the state',
    ({ reference, state }) => `\`${reference}\` is not an output of \`${state}\``,
  ),
  PLAN4003: error<Name>('reference to an unknown state', ({ name }) => `there is no state \`${name}\``),
  PLAN4004: error<Name>(
    'reference to an unknown parameter',
    ({ name }) => `there is no parameter \`${name}\``,
  ),
  PLAN4005: error<Name>(
    'reference to an unknown dependency',
    ({ name }) => `there is no dependency \`${name}\``,
  ),
  PLAN4006: error<Name>(
    'unknown root of a reference',
    ({ name }) => `a reference cannot start with \`${name}\``,
  ),
  PLAN4007: warning<{ text: string }>(
    'text that looks like a reference',
    ({ text }) => `\`${text}\` is text, not a reference`,
  ),
  PLAN4008: error<{ reference: string }>(
    'incomplete reference',
    ({ reference }) => `\`${reference}\` names nothing yet`,
  ),
  PLAN4009: error<{ reference: string; reason: string }>(
    'reference past the end of a value',
    ({ reference, reason }) => `\`${reference}\` does not exist: ${reason}`,
  ),
  PLAN4010: error<{ name: string; reason: string }>(
    'the state has not run on every path',
    ({ name, reason }) => `\`${name}\` has not run on every path that leads here: ${reason}`,
  ),
  PLAN4011: error<Name>(
    'the state leaves no output',
    ({ name }) => `\`${name}\` leaves no output in the payload that could be referred to`,
  ),
  PLAN4012: error<{ reference: string }>(
    'outside of a Map',
    ({ reference }) => `\`${reference}\` exists only inside a Map`,
  ),
  PLAN4013: error(
    'no error was caught',
    () => '`Error` exists only after a catcher has led here, on every path',
  ),
  PLAN4014: error<{ field: string }>(
    'a reference where none may stand',
    ({ field }) => `\`${field}\` cannot hold a reference`,
  ),
  PLAN4015: error<{ reference: string; field: string }>(
    'the payload is out of sight',
    ({ reference, field }) => `\`${reference}\` cannot be reached in \`${field}\``,
  ),
  PLAN4016: error<{ reference: string }>(
    'not known before the deployment starts',
    ({ reference }) => `\`${reference}\` is not known where parameters are resolved`,
  ),
  PLAN4017: error<{ field: string }>(
    'text around a reference',
    ({ field }) => `\`${field}\` takes one whole reference, without text around it`,
  ),
  PLAN4018: error<{ function: string }>(
    'a reference inside a CloudFormation function',
    (values) => `\`${values.function}\` cannot hold a reference`,
  ),
  PLAN4019: error<{ field: string }>(
    'a computed value where an object is needed',
    ({ field }) => `\`${field}\` is an object; a reference cannot take its place`,
  ),
  PLAN4020: error<{ state: string; needer: string }>(
    'the payload is dropped',
    ({ state, needer }) => `\`${state}\` replaces the payload that \`${needer}\` needs`,
  ),
  PLAN4021: error<{ state: string }>(
    'a Map without a list',
    ({ state }) => `\`${state}\` iterates over the payload, which is not a list`,
  ),
  PLAN4022: error<{ field: string; expected: string; reference: string; type: string }>(
    'a reference of another type',
    ({ field, expected, reference, type }) =>
      `\`${field}\` takes ${expected}, but \`${reference}\` is ${type}`,
  ),
  PLAN4023: error<{ reference: string }>(
    'a list inside a text',
    ({ reference }) => `\`${reference}\` is a list, which cannot be put into a text`,
  ),
  PLAN4026: error<{ key: string; type: string }>(
    'a computed key in the properties of a state',
    ({ key, type }) => `\`${key}\` computes nothing in \`Properties\` of a \`${type}\` state`,
  ),
  PLAN4027: error<{ key: string }>(
    'a computed key without a path',
    ({ key }) => `\`${key}\` must hold a path (\`$…\`) or an intrinsic function (\`States.…\`)`,
  ),
  PLAN4028: error<{ key: string }>(
    'a reference in a key',
    ({ key }) => `the key \`${key}\` holds a reference`,
  ),
  PLAN4030: error<{ parameter: string; reason: string }>(
    'a secret where it would be seen',
    ({ parameter, reason }) => `the secret \`${parameter}\` may not be used here: ${reason}`,
  ),
  PLAN4031: error<{ name: string; type: string; expected: string }>(
    'a value of another type',
    ({ name, type, expected }) => `\`${name}\` is of type ${type}: its value must be ${expected}`,
  ),
  PLAN4032: error<{ name: string; value: string }>(
    'a value that is not allowed',
    ({ name, value }) => `\`${name}\` does not allow \`${value}\``,
  ),
  PLAN4033: error<{ pattern: string }>(
    'not a regular expression',
    ({ pattern }) => `\`${pattern}\` is not a regular expression`,
  ),
  PLAN4034: error<Name>(
    'a parameter without a value',
    ({ name }) => `\`${name}\` has no value in any environment`,
  ),
  PLAN4035: error<{ name: string; reason: string }>(
    'a secret that is not kept secret',
    ({ name, reason }) => `\`${name}\` is a secret, but ${reason}`,
  ),
  PLAN4036: error<{ key: string }>(
    'two branches give one output',
    ({ key }) => `another branch gives \`$.output\` its \`${key}\` as well`,
  ),
  PLAN4037: error(
    'Otherwise of a Parallel',
    () => 'the `Otherwise` of a Parallel gives the outputs of the states inside it',
  ),
  PLAN4038: error<Name>(
    'a distribution that depends on itself',
    ({ name }) => `\`${name}\` is this plan itself, which cannot depend on itself`,
  ),
  PLAN4039: warning<{ reference: string; value: string }>(
    'a comparison that is never true',
    ({ reference, value }) => `\`${reference}\` is never \`${value}\``,
  ),
  PLAN4040: warning<Name>(
    'a parameter that nothing uses',
    ({ name }) => `nothing uses the parameter \`${name}\``,
  ),
};
