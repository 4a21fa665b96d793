import { defineState } from '../define.js';
import { stackAssets, stackFiles } from './assets.js';
import { checkCfn } from './check.js';
import { lowerStack } from './lower.js';
import { stackOutput } from './output.js';
import { stackPermissions } from './permissions.js';
import { type CfnProperties, schema } from './schema.js';
import { stackAcceptsSecret } from './secrets.js';

export const cfn = defineState<CfnProperties>({
  type: 'cfn',
  summary: 'Creates, updates or deletes a CloudFormation stack from a template of the project.',
  schema,
  errors: { StackFailed: [], StackTimedOut: [] },
  output: (context) => stackOutput(context, context.properties.Template),
  template: ({ properties }) => properties.Template,
  files: (context) => stackFiles(context, context.properties.Template),
  assets: (context) => stackAssets(context, context.properties.Template),
  check: checkCfn,
  acceptsSecret: (path, context) => stackAcceptsSecret(path, context, context.properties.Template),
  lower: (context) => lowerStack(context, context.properties.Template),
  permissions: stackPermissions,
});
