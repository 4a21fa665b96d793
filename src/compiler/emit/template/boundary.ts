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

/** Roles of plans share a path, by which the environment's own policies tell them from all others. */
export const rolePath: Json = { 'Fn::Sub': `/plancc/\${${ownParameterIds.environment}}/` };

/** The author's resources; each role with the boundary and the path, unless it has another one. */
export const withBoundary = (resources: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(resources).map(([id, resource]) => [id, bound(resource)]));

function bound(resource: Json): Json {
  if (!isObject(resource) || resource.Type !== 'AWS::IAM::Role') return resource;
  const properties = objectOr(resource.Properties);
  const { Path = rolePath, PermissionsBoundary = permissionsBoundary } = properties;
  return { ...resource, Properties: { ...properties, Path, PermissionsBoundary } };
}
