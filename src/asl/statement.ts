import type { Json, JsonObject } from '../source/document.js';

/** IAM permissions the plan's role needs. Resources are ARNs, or CloudFormation values that give one. */
export interface Statement {
  readonly actions: readonly string[];
  readonly resources: readonly Json[];
  readonly condition?: JsonObject;
}
