import { stackAssets, stackFiles } from '../cfn/assets.js';
import { checkStack } from '../cfn/check.js';
import { lowerStack } from '../cfn/lower.js';
import { stackOutput } from '../cfn/output.js';
import { stackPermissions } from '../cfn/permissions.js';
import { stackAcceptsSecret } from '../cfn/secrets.js';
import { defineState } from '../define.js';
import { type SamProperties, schema } from './schema.js';
import { checkFiles, templateOf } from './template.js';

export const sam = defineState<SamProperties>({
  type: 'sam',
  summary: 'Deploys a SAM application: its stack and the code that its template names.',
  schema,
  errors: { StackFailed: [], StackTimedOut: [] },
  output: (context) => stackOutput(context, templateOf(context)),
  template: templateOf,
  files: (context) => stackFiles(context, templateOf(context)),
  assets: (context) => stackAssets(context, templateOf(context)),
  check: (context) => {
    const absent = checkFiles(context);
    const named = context.at([context.properties.Template === undefined ? 'Path' : 'Template']);
    return absent === undefined ? checkStack(context, templateOf(context), named) : [absent];
  },
  acceptsSecret: (path, context) => stackAcceptsSecret(path, context, templateOf(context)),
  lower: (context) => lowerStack(context, templateOf(context)),
  permissions: stackPermissions,
});
