import { error } from './define.js';
import { chain } from './names.js';

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
};
