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
  PLAN7052: error<{ stack: string; reason: string }>(
    'stack of plancc that could not be made',
    ({ stack, reason }) => `the stack \`${stack}\` could not be made, changed or removed: ${reason}`,
  ),
  PLAN7053: error<{ environments: readonly string[] }>(
    'environments that are left',
    ({ environments }) =>
      `${environments.length === 1 ? 'the environment' : 'the environments'} ${environments.join(' and ')} ${environments.length === 1 ? 'is' : 'are'} still there`,
  ),
  PLAN7054: error(
    'account set up by another version',
    () => 'the programs of this version of plancc are not there',
  ),
  PLAN7055: error<{ environment: string; where: string }>(
    'environment that is elsewhere',
    ({ environment, where }) => `\`${environment}\` is said to be where \`${where}\` leads`,
  ),
  PLAN7056: error<{ environment: string; stacks: readonly string[] }>(
    'plans that are still installed',
    ({ environment, stacks }) =>
      `plans are still installed in \`${environment}\`, as ${stacks.length === 1 ? 'the stack' : 'the stacks'} ${stacks.join(', ')}`,
  ),
};
