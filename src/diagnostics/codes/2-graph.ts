import { error } from './define.js';

export interface Name {
  readonly name: string;
}

/** 2xxx: names of states, the ways between them, and the language they are written in. */
export const graphCodes = {
  PLAN2001: error<{ field: string; name: string }>(
    'unknown target',
    ({ field, name }) => `\`${field}\` leads to \`${name}\`, which is not a state here`,
  ),
  PLAN2002: error<Name>('unreachable state', ({ name }) => `\`${name}\` cannot be reached`),
  PLAN2003: error<{ where: string }>(
    'no end',
    ({ where }) => `${where} never ends: no state of it is its last`,
  ),
  PLAN2004: error<Name>('duplicate state name', ({ name }) => `a second state is called \`${name}\``),
  PLAN2005: error<Name>('no way out', ({ name }) => `from \`${name}\` no end can be reached`),
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
    'a condition that is a text',
    () => '`Condition` must be one JSONata expression `{% … %}`, a boolean or one reference',
  ),
};
