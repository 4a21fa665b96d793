import { error } from './define.js';

export interface Version {
  readonly name: string;
  readonly version: string;
}

/** 7001–7019: stores, and shipping to them. */
export const storeCodes = {
  PLAN7001: error<{ path: string; reason: string }>(
    'store that cannot be used',
    ({ path, reason }) => `\`${path}\` cannot be read or written: ${reason}`,
  ),
  PLAN7002: error<{ key: string; reason: string }>(
    'document of the store that is not valid',
    ({ key, reason }) => `\`${key}\` in the store is not valid: it ${reason}`,
  ),
  PLAN7003: error<{ key: string; reason: string }>(
    'name that cannot be used in a store',
    ({ key, reason }) => `\`${key}\` ${reason}, and so cannot be a name in the store`,
  ),
  PLAN7004: error<Version & { id: string }>(
    'version that is there with another id',
    ({ name, version, id }) => `${name} ${version} is in the store already, with the id ${id}`,
  ),
  PLAN7005: error<Version & { entry: string; fault: 'missing' | 'damaged' }>(
    'file of a distribution missing or damaged in the store',
    ({ name, version, entry, fault }) => `\`${entry}\` of ${name} ${version} is ${fault} in the store`,
  ),
};
