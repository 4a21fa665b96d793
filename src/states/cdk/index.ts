import { resolvePath } from '../../source/relative-path.js';
import { defineState } from '../define.js';
import { jobAcceptsSecret, jobErrors, lowerJob } from '../runner/job.js';
import { checkCdk } from './check.js';
import { cdkOutput } from './output.js';
import { cdkPermissions } from './permissions.js';
import { type CdkProperties, schema, shellProperties } from './schema.js';

export const cdk = defineState<CdkProperties>({
  type: 'cdk',
  summary: 'Deploys or destroys stacks of a CDK app.',
  schema,
  errors: jobErrors,
  output: cdkOutput,
  files: ({ properties: { Path, Assembly = '' } }) => [resolvePath(Path, Assembly)!],
  check: checkCdk,
  shellProperties,
  acceptsSecret: jobAcceptsSecret,
  lower: lowerJob,
  jobPermissions: cdkPermissions,
});
