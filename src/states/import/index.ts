import { named } from '../../language/shape.js';
import type { JsonObject } from '../../source/document.js';
import { defineState } from '../define.js';
import { minute, timeoutOf } from '../timeout.js';
import { checkImport } from './check.js';
import { importPermissions } from './permissions.js';
import { type ImportProperties, schema } from './schema.js';

export const importState = defineState<ImportProperties>({
  type: 'import',
  summary: 'Reads values from what another distribution left behind, or from a JSON document in S3.',
  schema,
  errors: { ImportFailed: [] },
  output: ({ name, properties, at }) =>
    named(Object.keys(properties.Outputs), `declared outputs of \`${name}\``, at(['Outputs'], 'key')),
  check: checkImport,
  lower: ({ properties, state }) => ({
    kind: 'reconcile',
    properties: properties as JsonObject,
    timeoutSeconds: timeoutOf(state, 5 * minute),
  }),
  permissions: importPermissions,
});
