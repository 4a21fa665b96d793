import { permissionsOf } from '../../asl/integrations/index.js';
import type { Statement } from '../../asl/statement.js';
import type { JsonObject } from '../../source/document.js';
import type { StateContext } from '../define.js';
import type { LambdaProperties } from './schema.js';

export const integration = 'arn:aws:states:::lambda:invoke';

/** Those of the integration that the state becomes. */
export const lambdaPermissions = ({
  plan,
  properties,
}: StateContext<LambdaProperties>): readonly Statement[] =>
  permissionsOf({ resource: integration, arguments: properties as JsonObject }, plan);
