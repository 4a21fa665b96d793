import { error } from './define.js';

/** 9xxx: faults of plancc itself. */
export const internalCodes = {
  PLAN9001: error<{ reason: string }>('internal error', ({ reason }) => `plancc failed: ${reason}`),
};
