import { error } from './define.js';

/** 7001–7019: stores, and shipping to them. */
export const storeCodes = {
  PLAN7001: error<{ path: string; reason: string }>(
    'store that cannot be used',
    ({ path, reason }) => `the store cannot be used: \`${path}\`: ${reason}`,
  ),
  PLAN7002: error<{ key: string; reason: string }>(
    'document of the store that is not valid',
    ({ key, reason }) => `\`${key}\` in the store is not valid: it ${reason}`,
  ),
  PLAN7003: error<{ key: string; reason: string }>(
    'name that cannot be used in a store',
    ({ key, reason }) => `\`${key}\` ${reason}, and so cannot be a name in the store`,
  ),
};
