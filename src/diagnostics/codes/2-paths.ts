import { error, warning } from './define.js';

/** 202x to 204x: paths, intrinsic functions, variables and the rules between fields of Amazon's states. */
export const pathCodes = {
  PLAN2020: error<{ field: string; reason: string }>(
    'malformed path or function',
    ({ field, reason }) => `\`${field}\` cannot be read: ${reason}`,
  ),
  PLAN2021: error<{ field: string; step: string }>(
    'a path to several places',
    ({ field, step }) => `\`${field}\` must lead to one place, but \`${step}\` may find several`,
  ),
  PLAN2022: error<{ field: string; root: string }>(
    'a path that starts in the wrong place',
    ({ field, root }) => `\`${field}\` cannot start with \`${root}\``,
  ),
  PLAN2023: error<{ field: string; name: string }>(
    'a function where a path is needed',
    ({ field, name }) => `\`${field}\` takes a path, not a function such as \`${name}\``,
  ),
  PLAN2024: error<{ field: string; name: string; gives: string }>(
    'a function that gives no text',
    ({ field, name, gives }) => `\`${field}\` takes text, but \`${name}\` gives ${gives}`,
  ),
  PLAN2025: error<{ name: string }>(
    'unknown intrinsic function',
    ({ name }) => `there is no intrinsic function \`${name}\``,
  ),
  PLAN2026: error<{ name: string; takes: string; found: number }>(
    'too many or too few arguments of an intrinsic function',
    ({ name, takes, found }) => `\`${name}\` takes ${takes}, but is given ${found}`,
  ),
  PLAN2027: error<{ name: string; takes: string; found: string }>(
    'a wrong argument of an intrinsic function',
    ({ name, takes, found }) => `\`${name}\` takes ${takes}, but is given ${found}`,
  ),
  PLAN2028: error<{ name: string }>(
    'a field that is both written and computed',
    ({ name }) => `\`${name}\` is given twice: as \`${name}\` and as \`${name}.$\``,
  ),
  PLAN2031: error<{ reason: string }>(
    'a catch-all in the wrong place',
    ({ reason }) => `\`States.ALL\` must stand ${reason}`,
  ),
  PLAN2032: warning<{ name: string }>(
    'unknown error of Step Functions',
    ({ name }) => `Step Functions has no error \`${name}\``,
  ),
  PLAN2033: warning(
    'a catcher for no error',
    () => 'this catcher catches nothing: its `ErrorEquals` is empty',
  ),
  PLAN2034: error<{ timeout: number; heartbeat: number }>(
    'a heartbeat that comes too late',
    ({ timeout, heartbeat }) =>
      `\`HeartbeatSeconds\` must be less than \`TimeoutSeconds\`, but ${heartbeat} is not less than ${timeout}`,
  ),
  PLAN2035: warning<{ interval: number; most: number }>(
    'a retry whose first interval is too long',
    ({ interval, most }) =>
      `\`IntervalSeconds\` is ${interval}, but \`MaxDelaySeconds\` lets no interval be longer than ${most}`,
  ),
  PLAN2036: error<{ found: string }>(
    'a resource that is no ARN',
    ({ found }) => `\`Resource\` must be an ARN, but is ${found}`,
  ),
  PLAN2037: warning<{ name: string }>(
    'a resource that does not look like an ARN',
    ({ name }) => `\`${name}\` is no ARN, which is all that Step Functions takes here`,
  ),
  PLAN2038: error<{ field: string }>(
    'a reader without a distributed Map',
    ({ field }) => `\`${field}\` works only in a distributed Map`,
  ),
  PLAN2039: warning<{ field: string }>(
    'a setting without a distributed Map',
    ({ field }) => `\`${field}\` has no effect: this Map is not distributed`,
  ),
  PLAN2040: error<{ name: string; reason?: string | undefined }>(
    'a variable that is never assigned',
    ({ name, reason }) => `\`$${name}\` has no value here${reason === undefined ? '' : `: ${reason}`}`,
  ),
  PLAN2041: warning<{ name: string }>(
    'a variable that may not be assigned',
    ({ name }) => `\`$${name}\` has no value on some of the ways that lead here`,
  ),
  PLAN2042: error<{ name: string; owner: string }>(
    'a variable of an outer scope',
    ({ name, owner }) => `\`${name}\` cannot be assigned inside \`${owner}\`: it is a variable outside of it`,
  ),
  PLAN2043: warning<{ key: string }>(
    'a path that is only text',
    ({ key }) => `the value of \`${key}\` looks like a path, but stays text`,
  ),
};
