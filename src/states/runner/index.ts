import { any, named } from '../../language/shape.js';
import { defineState } from '../define.js';
import { checkRunnerState } from './check.js';
import { jobAcceptsSecret, jobErrors, lowerJob } from './job.js';
import { secretPermissions } from './permissions.js';
import { type RunnerProperties, schema, shellProperties } from './schema.js';

export const runner = defineState<RunnerProperties>({
  type: 'runner',
  summary: 'Runs shell commands in a container, with the files of the distribution at hand.',
  schema,
  errors: jobErrors,
  output: ({ name, properties: { Outputs }, at }) =>
    Outputs === undefined ? any : named(Outputs, `declared outputs of \`${name}\``, at(['Outputs'], 'key')),
  check: checkRunnerState,
  shellProperties,
  acceptsSecret: jobAcceptsSecret,
  lower: lowerJob,
  jobPermissions: secretPermissions,
});
