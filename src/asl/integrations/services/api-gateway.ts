import type { Statement } from '../../statement.js';
import { arnValue } from '../arn.js';
import { allow, type Call, type Service } from '../call.js';
import { literalOf, split, type Text, unknown } from '../text.js';

/**
 * `Stage` is absent where an HTTP API has its default stage, which IAM calls `$default`.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html
 */
function invoke({ given }: Call): readonly Statement[] {
  const isPublic = literalOf(given.text('AuthType') ?? ['NO_AUTH']) === 'NO_AUTH';
  if (isPublic) return [];
  const [api = unknown] = split(given.text('ApiEndpoint') ?? unknown, '.');
  const stage = given.text('Stage') ?? ['$default'];
  const method = given.text('Method') ?? unknown;
  const path = withoutSlash(given.text('Path') ?? []);
  return [allow(['execute-api:Invoke'], [arnValue('execute-api:*/*/*/*', api, stage, method, path)])];
}

const withoutSlash = ([first, ...more]: Text): Text =>
  first === undefined ? [] : [typeof first === 'string' ? first.replace(/^\//, '') : first, ...more];

export const apiGateway: Service = { invoke };
