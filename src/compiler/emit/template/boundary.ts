import { ownPrefix } from '../../../cloudformation/logical-id.js';
import { ownParameterIds } from '../../../cloudformation/parameters.js';
import { isObject, objectOr } from '../../../language/json.js';
import type { Json, JsonObject } from '../../../source/document.js';

const condition = `${ownPrefix}HasPermissionsBoundary`;
const boundary = { Ref: ownParameterIds.permissionsBoundary };

export const boundaryCondition: JsonObject = {
  [condition]: { 'Fn::Not': [{ 'Fn::Equals': [boundary, ''] }] },
};

/**
 * The policy that every role of a plan carries, where the environment has one: without it the environment's own role
 * may not create any.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate
 */
export const permissionsBoundary: Json = { 'Fn::If': [condition, boundary, { Ref: 'AWS::NoValue' }] };

/** The author's resources, with the boundary on each role that has none. */
export function withBoundary(resources: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(resources).map(([id, resource]) => [id, boundRole(resource) ?? resource]),
  );
}

function boundRole(resource: Json): Json | undefined {
  if (!isObject(resource) || resource.Type !== 'AWS::IAM::Role') return undefined;
  const properties = objectOr(resource.Properties);
  if (properties.PermissionsBoundary !== undefined) return undefined;
  return { ...resource, Properties: { ...properties, PermissionsBoundary: permissionsBoundary } };
}
