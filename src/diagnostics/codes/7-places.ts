import { error } from './define.js';

/** 7050–7059: where environments are, and what is made there. */
export const placeCodes = {
  PLAN7050: error<{ file: string; reason: string }>(
    'file of environments that cannot be read',
    ({ file, reason }) => `\`${file}\` cannot be read: ${reason}`,
  ),
  PLAN7051: error<{ environment: string }>(
    'failure rehearsed where resources are real',
    ({ environment }) => `\`${environment}\` is in AWS, where no failure can be rehearsed`,
  ),
};
