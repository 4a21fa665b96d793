import { error, warning } from './define.js';

const list = (names: readonly string[]): string => {
  const shown = names.slice(0, 8).map((name) => `\`${name}\``);
  return (names.length > shown.length ? [...shown, '…'] : shown).join(', ');
};

/** 1xxx: what the plan's schema refuses. `owner` says in words what object it is about. */
export const schemaCodes = {
  PLAN1001: error<{ found: string }>(
    'not a plan',
    ({ found }) => `a plan must be an object, but this is ${found}`,
  ),
  PLAN1002: error<{ owner: string; names: readonly string[] }>('missing field', ({ owner, names }) =>
    names.length === 1 ? `${owner} has no \`${names[0]}\`` : `${owner} has none of ${list(names)}`,
  ),
  PLAN1003: error<{ owner: string; name: string }>(
    'unknown field',
    ({ owner, name }) => `\`${name}\` is not a field of ${owner}`,
  ),
  PLAN1004: error<{ type: string }>('unknown state type', ({ type }) => `\`${type}\` is not a state type`),
  PLAN1005: error<{ name: string; expected: string; found: string }>(
    'wrong value',
    ({ name, expected, found }) => `\`${name}\` must be ${expected}, but is ${found}`,
  ),
  PLAN1006: error<{ name: string; allowed: readonly string[]; found: string }>(
    'not one of the allowed values',
    ({ name, allowed, found }) => `\`${name}\` must be one of ${list(allowed)}, but is ${found}`,
  ),
  PLAN1007: error<{ name: string; type: string }>(
    'field that plancc sets itself',
    ({ name, type }) => `\`${name}\` cannot be set on \`${type}\` states`,
  ),
  PLAN1008: error<{ names: readonly string[]; where: 'under' | 'beside' }>(
    'field at the wrong level',
    ({ names, where }) =>
      `${list(names)} ${names.length === 1 ? 'belongs' : 'belong'} ${where} \`Properties\``,
  ),
  PLAN1009: error<{ owner: string; names: readonly string[] }>(
    'fields that exclude each other',
    ({ owner, names }) => `${owner} can have only one of ${list(names)}`,
  ),
  PLAN1010: error<{ name: string; owner: string; expected: string }>(
    'wrong name',
    ({ name, owner, expected }) =>
      `\`${name || '""'}\` cannot be a name in ${owner}: a name must be ${expected}`,
  ),
  PLAN1011: warning<{ count: number }>(
    'more problems than are shown',
    ({ count }) => `${count} more problems with the shape of the plan are not shown`,
  ),
};
