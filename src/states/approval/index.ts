import { text } from '../../language/shape.js';
import type { JsonObject } from '../../source/document.js';
import { defineState } from '../define.js';
import { day, timeoutOf } from '../timeout.js';
import { approvalPermissions } from './permissions.js';
import { type ApprovalProperties, schema } from './schema.js';

export const approval = defineState<ApprovalProperties>({
  type: 'approval',
  summary: 'Waits until someone approves or rejects.',
  schema,
  errors: { ApprovalRejected: [], ApprovalTimedOut: ['States.Timeout'] },
  output: () => ({
    kind: 'object',
    properties: { decision: text, by: text, at: text, comment: text },
    source: 'fields of a decision',
  }),
  lower: ({ properties, state }) => ({
    kind: 'wait',
    properties: properties as JsonObject,
    timeoutSeconds: timeoutOf(state, 7 * day),
  }),
  permissions: approvalPermissions,
});
