import { error } from './define.js';

export interface Name {
  readonly name: string;
}

/** 2xxx: names of states and the ways between them. */
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
};
