import { error, warning } from './define.js';

export interface Name {
  readonly name: string;
}

/** 4xxx: references, files and data flow. */
export const dataCodes = {
  PLAN4001: error<{ reason: string }>('malformed reference', ({ reason }) => reason),
  PLAN4002: error<{ reference: string; state: string }>(
    'not an output of the state or dependency',
    ({ reference, state }) => `\`${reference}\` is not an output of \`${state}\``,
  ),
  PLAN4003: error<{ name: string; inside?: string }>('reference to an unknown state', ({ name, inside }) =>
    inside === undefined
      ? `there is no state \`${name}\``
      : `\`${name}\` cannot be seen from here: it is inside \`${inside}\``,
  ),
  PLAN4004: error<Name>(
    'reference to an unknown parameter',
    ({ name }) => `there is no parameter \`${name}\``,
  ),
  PLAN4005: error<Name>(
    'reference to an unknown dependency',
    ({ name }) => `there is no dependency \`${name}\``,
  ),
  PLAN4006: error<Name>(
    'unknown first word of a reference',
    ({ name }) => `a reference cannot start with \`${name}\``,
  ),
  PLAN4007: warning<{ text: string }>(
    'text that looks like a reference',
    ({ text }) => `\`${text}\` is text, not a reference`,
  ),
  PLAN4008: error<{ reference: string }>(
    'incomplete reference',
    ({ reference }) => `\`${reference}\` stops before it names a value`,
  ),
  PLAN4009: error<{ reference: string; reason: string }>(
    'reference past the end of a value',
    ({ reference, reason }) => `\`${reference}\` does not exist: ${reason}`,
  ),
  PLAN4010: error<{ name: string; reason: string }>(
    'output of a state that may not have run',
    ({ name, reason }) => `\`${name}\` may have no output here: ${reason}`,
  ),
  PLAN4011: error<Name>(
    'a state that leaves no output',
    ({ name }) => `\`${name}\` leaves no output that a reference could find`,
  ),
  PLAN4012: error<{ reference: string }>(
    'an item outside of a Map',
    ({ reference }) => `\`${reference}\` exists only inside a Map`,
  ),
  PLAN4013: error<{ reason: string }>(
    'an error where none was caught',
    ({ reason }) => `\`Error\` may not be there: ${reason}`,
  ),
  PLAN4014: error<{ field: string }>(
    'a reference where none may stand',
    ({ field }) => `\`${field}\` cannot hold a reference`,
  ),
  PLAN4015: error<{ reference: string; field: string; reason: string }>(
    'a reference in a field that does not see the input',
    ({ reference, field, reason }) => `\`${reference}\` cannot be reached in \`${field}\`, ${reason}`,
  ),
  PLAN4016: error<{ reference: string }>(
    'a value that a parameter cannot know yet',
    ({ reference }) => `\`${reference}\` is not known yet when parameters get their values`,
  ),
  PLAN4017: error<{ field: string }>(
    'text around a reference',
    ({ field }) => `\`${field}\` takes one whole reference, without text around it`,
  ),
  PLAN4018: error<{ function: string }>(
    'a reference inside a CloudFormation function',
    (values) => `\`${values.function}\` cannot hold a reference`,
  ),
  PLAN4019: error<{ field: string }>('a reference where an object is needed', ({ field }) =>
    field === 'Result'
      ? '`Result` can be one whole reference, but not a text with one in it'
      : `\`${field}\` must be an object: a reference can only be one of its values`,
  ),
  PLAN4020: error<{ state: string; needer: string }>(
    'a state that replaces its input',
    ({ state, needer }) => `\`${state}\` replaces its input (the payload), which \`${needer}\` needs`,
  ),
  PLAN4021: error<{ state: string; field: string }>(
    'a Map without a list',
    ({ state, field }) =>
      `\`${state}\` has no \`${field}\`, so it goes through its whole input, which is not a list`,
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
  PLAN4033: error<{ pattern: string; reason: string }>(
    'not a regular expression',
    ({ pattern, reason }) => `\`${pattern}\` is not a regular expression: ${reason}`,
  ),
  PLAN4034: error<Name>(
    'a parameter without a value',
    ({ name }) => `the parameter \`${name}\` has no value in any environment`,
  ),
  PLAN4035: error<{ name: string; reason: string }>(
    'a secret that is not kept secret',
    ({ name, reason }) => `\`${name}\` is a secret, but ${reason}`,
  ),
  PLAN4036: error<{ key: string; parallel: string }>(
    'two branches give one output',
    ({ key, parallel }) => `two branches of \`${parallel}\` give an output \`${key}\``,
  ),
  PLAN4037: error<Name>(
    'Otherwise of a Parallel that names no states',
    ({ name }) =>
      `the \`Otherwise\` of the Parallel \`${name}\` must be an object with the outputs of the states inside`,
  ),
  PLAN4038: error<Name>(
    'a distribution that depends on itself',
    ({ name }) => `\`${name}\` is this plan itself, and cannot be a dependency of its own`,
  ),
  PLAN4039: warning<{ reference: string; value: string }>(
    'a comparison that is never true',
    ({ reference, value }) => `\`${reference}\` is never \`${value}\``,
  ),
  PLAN4040: warning<Name>(
    'a parameter that nothing uses',
    ({ name }) => `nothing uses the parameter \`${name}\``,
  ),
  PLAN4050: warning<{ what: string }>(
    'a secret written into the plan',
    ({ what }) => `this looks like ${what}: whoever reads the distribution or the repository reads it`,
  ),
  PLAN4051: warning<{ account: string }>(
    'an account written into the plan',
    ({ account }) => `the plan names the account ${account}, so it fits no environment in another one`,
  ),
  PLAN4052: warning<{ path: string }>(
    'a path to what is not there',
    ({ path }) => `\`${path}\` finds nothing: no state before this one has put that there`,
  ),
  PLAN4053: error<Name & { version: string; range: string }>(
    'a dependency of another version',
    ({ name, version, range }) => `\`${name}\` ${version} is not in the range \`${range}\``,
  ),
  PLAN4054: warning<Name & { environment: string }>(
    'an environment written into a name',
    ({ name, environment }) =>
      `\`${name}\` names the environment \`${environment}\`, but is used in all environments`,
  ),
};
