import { environmentName } from '../../language/values.js';

/** Options of the commands that work on environments. */
export const env = {
  type: 'string',
  alias: 'e',
  value: 'environment',
  pattern: environmentName.pattern,
  expected: `an environment: ${environmentName.expected}`,
  describe: 'The environment',
} as const;

export const store = {
  type: 'string',
  value: 'folder',
  takes: 'folder',
  describe: 'The folder with the environments, instead of .plancc here or in a folder above',
} as const;

export const yes = {
  type: 'boolean',
  alias: 'y',
  describe: 'Do not ask before changing production',
} as const;

export const noFollow = {
  type: 'boolean',
  describe: 'Return as soon as it is requested, and do not follow it',
} as const;

export const comment = {
  type: 'string',
  alias: 'm',
  value: 'text',
  describe: 'Why; everyone sees it in the record of the deployment',
} as const;

/** What names a deployment. */
export const deploymentOperand = {
  name: 'deployment',
  describe: 'The id of a deployment, or the name of a distribution, of which it is the newest',
} as const;

export const jsonLines = {
  type: 'boolean',
  describe: 'Write what happens as JSON, one object a line',
} as const;
