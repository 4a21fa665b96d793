import { isObject, objectOr } from '../language/json.js';
import type { Json } from '../source/document.js';
import { type DeploymentName, parseRequestKey, requestKey } from './keys.js';

/**
 * Which deployment an execution is of, by its input: that of a driver, or the payload of a plan. Undefined for others, which
 * may begin with anything.
 */
export function deploymentIn(input: Json | undefined): DeploymentName | undefined {
  const { environment, distribution, deployment, name = objectOr(distribution).name } = objectOr(input);
  const id = isObject(deployment) ? deployment.id : deployment;
  return parseRequestKey(requestKey(String(environment), String(name), String(id)));
}
