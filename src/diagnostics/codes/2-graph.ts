import { error, warning } from './define.js';
import { chain, quotedList } from './names.js';

export interface Name {
  readonly name: string;
}

/** 2xxx: names of states, the ways between them, and the language they are written in. */
export const graphCodes = {
  PLAN2001: error<{ field: string; name: string; where: string }>(
    'unknown target',
    ({ field, name, where }) => `\`${field}\` leads to \`${name}\`, which is not a state of ${where}`,
  ),
  PLAN2002: error<Name>(
    'unreachable state',
    ({ name }) => `\`${name}\` can never run: no way leads to it from the start`,
  ),
  PLAN2003: error<{ where: string }>(
    'no end',
    ({ where }) => `${where} never ends: each of its states leads on to another one`,
  ),
  PLAN2004: error<Name>('duplicate state name', ({ name }) => `a second state is called \`${name}\``),
  PLAN2005: error<{ loop: readonly string[] }>(
    'a loop without a way out',
    ({ loop }) => `no way leads out of the loop ${chain(loop)}`,
  ),
  PLAN2006: error(
    'JSONPath in a plan in JSONata',
    () => 'a state cannot be in JSONPath when the plan is in JSONata',
  ),
  PLAN2007: error<{ field: string; language: 'JSONPath' | 'JSONata' }>(
    'a field of the other query language',
    ({ field, language }) =>
      `\`${field}\` exists only in ${language === 'JSONata' ? 'JSONPath' : 'JSONata'}, and this state is in ${language}`,
  ),
  PLAN2008: error(
    'a condition that is plain text',
    () => '`Condition` must be one JSONata expression `{% … %}`, a boolean or one reference',
  ),
  PLAN2050: error<{ reason: string }>(
    'a malformed JSONata expression',
    ({ reason }) => `not JSONata: ${reason}`,
  ),
  PLAN2052: warning<{ text: string; reason: string }>(
    'text that looks like a JSONata expression',
    ({ text, reason }) => `\`${text}\` is text, not an expression: ${reason}`,
  ),
  PLAN2053: error<Name>('a name without a context', ({ name }) =>
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
  PLAN2056: error<Name>('unknown function', ({ name }) => `there is no function \`${name}\``),
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
  PLAN2090: warning<{ names: readonly string[]; field: string }>(
    'a catcher or retrier that is never asked',
    ({ names, field }) =>
      `${quotedList(names)} ${names.length === 1 ? 'is' : 'are'} taken by an earlier entry of \`${field}\`, so this one is never asked`,
  ),
  PLAN2091: warning<{ name: string }>(
    'a Choice that may have no way',
    ({ name }) => `no rule of \`${name}\` may hold, and there is no \`Default\`: the execution then fails`,
  ),
  PLAN2092: warning<{ loop: readonly string[] }>(
    'a loop that waits for nothing',
    ({ loop }) =>
      `${chain(loop)} goes round without a pause, until the 25,000 events of an execution are used up`,
  ),
  PLAN2093: warning<{ name: string; seconds: number; whole: number }>(
    'a state with a longer deadline than the plan',
    ({ name, seconds, whole }) =>
      `\`${name}\` may take ${seconds} seconds, but the plan is ended after ${whole}`,
  ),
};
