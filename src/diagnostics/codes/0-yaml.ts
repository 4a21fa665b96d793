import { error } from './define.js';

/** 0xxx: reading YAML and JSON. */
export const yamlCodes = {
  PLAN0001: error<{ reason: string }>('not valid YAML', ({ reason }) => reason),
};
