import { error, warning } from './define.js';

/** 205x: expressions in JSONata. */
export const jsonataCodes = {
  PLAN2050: error<{ reason: string }>(
    'a malformed JSONata expression',
    ({ reason }) => `not JSONata: ${reason}`,
  ),
  PLAN2052: warning<{ text: string; reason: string }>(
    'text that looks like a JSONata expression',
    ({ text, reason }) => `\`${text}\` is text, not an expression: ${reason}`,
  ),
  PLAN2053: error<{ name: string }>('a name without a context', ({ name }) =>
    name === '$$'
      ? 'reference to `$$` is not supported'
      : `reference to \`${name}\` at the top level is not supported`,
  ),
  PLAN2054: error<{ field: string; where: string }>(
    'a value of `$states` that is not there',
    ({ field, where }) => `\`$states.${field}\` does not exist in ${where}`,
  ),
  PLAN2055: warning<{ path: string }>(
    'a field that `$states` does not have',
    ({ path }) => `\`${path}\` does not exist`,
  ),
  PLAN2056: error<{ name: string }>('unknown function', ({ name }) => `there is no function \`${name}\``),
  PLAN2057: error<{ name: string; takes: string; given: number }>(
    'too many or too few arguments',
    ({ name, takes, given }) => `\`${name}\` takes ${takes}, but is given ${given}`,
  ),
  PLAN2058: error<{ field: string; expected: string; given: string }>(
    'an expression of another type',
    ({ field, expected, given }) => `\`${field}\` takes ${expected}, but this is ${given}`,
  ),
  PLAN2059: warning<{ name: string; when: 'never' | 'sometimes' }>(
    'a variable without a value',
    ({ name, when }) =>
      when === 'never' ? `\`${name}\` has no value here` : `\`${name}\` may have no value here`,
  ),
};
