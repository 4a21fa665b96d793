import { listed } from '../suggest.js';
import { error } from './define.js';
import { quotedList, quotedOr } from './names.js';

const list = (names: readonly string[]): string =>
  listed(
    names.map((name) => `\`${name}\``),
    8,
  );

/**
 * 1xxx: what the plan's schema refuses. `owner` says in words what object it is about; `one`, that it needs only one of
 * the fields.
 */
export const schemaCodes = {
  PLAN1001: error<{ found: string }>(
    'not a plan',
    ({ found }) => `a plan is an object with \`Name\`, \`Version\` and \`States\`, but this is ${found}`,
  ),
  PLAN1002: error<{ owner: string; names: readonly string[]; one?: boolean }>(
    'missing field',
    ({ owner, names, one }) =>
      one ? `${owner} has none of ${quotedList(names, 5)}` : `${owner} has no ${quotedOr(names)}`,
  ),
  PLAN1003: error<{ owner: string; names: readonly string[] }>('unknown field', ({ owner, names }) =>
    names.length === 1
      ? `\`${names[0]}\` is not a field of ${owner}`
      : `${list(names)} are not fields of ${owner}`,
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
  PLAN1008: error<{ names: readonly string[]; where: string }>(
    'field at the wrong level',
    ({ names, where }) => `${list(names)} ${names.length === 1 ? 'belongs' : 'belong'} ${where}`,
  ),
  PLAN1009: error<{ owner: string; names: readonly string[] }>(
    'fields that exclude each other',
    ({ owner, names }) => `${owner} can have only one of ${list(names)}`,
  ),
  PLAN1010: error<{ name: string; owner: string; reason: string }>(
    'wrong name',
    ({ name, owner, reason }) => `\`${name}\` cannot be a name in ${owner}: ${reason}`,
  ),
  PLAN1011: error<{ count: number }>('more problems than are shown', ({ count }) =>
    count === 1
      ? '1 more problem with fields of the plan is not shown'
      : `${count} more problems with fields of the plan are not shown`,
  ),
  PLAN1012: error<{ names: readonly string[]; where: string }>(
    'state at the wrong level',
    ({ names, where }) =>
      names.length === 1
        ? `\`${names[0]}\` looks like a state, but stands ${where}`
        : `${list(names)} look like states, but stand ${where}`,
  ),
};
