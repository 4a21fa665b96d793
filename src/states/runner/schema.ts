import type { FromSchema } from 'json-schema-to-ts';
import { ownName, property, scalars, text } from '../fragments.js';

/** Properties of every state that gives a runner a job. */
export const jobProperties = {
  Runner: property(
    ownName,
    "Which of the plan's `Runners` does it; the default runner of the environment if absent.",
    'tools',
  ),
  Environment: property(
    {
      ...scalars,
      // The host of the runner sets variables with this prefix.
      propertyNames: {
        title: 'VARIABLE',
        description: 'The name of an environment variable.',
        pattern: '^(?!PLANCC_)[A-Za-z_][A-Za-z0-9_]*$',
        expected: 'letters, digits and underscores, not starting with a digit or `PLANCC_`',
      },
    },
    'Environment variables of the commands. Secrets may stand here, and references, which commands cannot hold.',
    { DB_HOST: '${{ States.Database.Endpoint }}' },
  ),
} as const;

/** Lines for a shell. */
export const commands = {
  type: 'array',
  minItems: 1,
  items: text,
  expected: 'a list of at least one command',
} as const;

export const schema = {
  type: 'object',
  required: ['Commands'],
  properties: {
    Commands: property(
      commands,
      'What the job runs, one after the other in one shell, until one of them fails. The files of the distribution are in the working directory.',
      ['./migrate.sh'],
    ),
    ...jobProperties,
    WorkingDirectory: property(
      text,
      "Where the commands run, relative to the project's root; the root if absent.",
      'schema',
    ),
    Outputs: property(
      { type: 'array', items: { type: 'string', minLength: 1, expected: 'a name' } },
      'The names of what the job writes to `$PLANCC_OUTPUT`, so that references to them can be checked. A job that does not write one of them fails.',
      ['Url'],
    ),
  },
  additionalProperties: false,
} as const;

export const shellProperties = ['Commands'] as const;

export type RunnerProperties = FromSchema<typeof schema>;
/** What the functions shared with `cdk` need. */
export type JobProperties = Pick<RunnerProperties, 'Runner' | 'Environment'>;
