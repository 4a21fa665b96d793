import { planIds } from '../../../cloudformation/logical-id.js';
import { ownParameterIds, ownParameters, parameterId } from '../../../cloudformation/parameters.js';
import { planTags } from '../../../cloudformation/plan-tags.js';
import { eachReference } from '../../../cloudformation/references.js';
import { objectOr } from '../../../language/json.js';
import type { Parameter, Plan } from '../../../language/plan.js';
import type { Json, JsonObject } from '../../../source/document.js';
import type { OwnedStatement } from '../permissions.js';
import { boundaryCondition, withBoundary } from './boundary.js';
import { planRole, trustOfWorker } from './role.js';
import { runnerResources } from './runner-resources.js';
import { stateMachine } from './state-machine.js';
import { withValues } from './value.js';

export interface TemplateInput {
  readonly plan: Plan;
  /** Amazon States Language as JSON, with `${Name}` where a substitution belongs. */
  readonly definition: string;
  /** What CloudFormation puts there: a text or an intrinsic function. */
  readonly substitutions: { readonly [name: string]: Json };
  readonly statements: readonly OwnedStatement[];
}

/**
 * The CloudFormation template of a plan's stack. Nothing of an account, a region or an environment is in it; the same
 * plan gives the same template, whatever its version.
 */
export function emitTemplate({ plan, definition, substitutions, statements }: TemplateInput): JsonObject {
  const tags = tagsOf(plan);
  const role = planRole(
    statements.map((statement) => withValues(plan, statement)),
    tags,
    statements.some(({ byWorker }) => byWorker === true) ? [trustOfWorker] : [],
  );
  const resources: JsonObject = {
    ...stateMachine(definition, substitutions, role.before, tags),
    ...role.resources,
    ...Object.assign(
      {},
      ...[...plan.runners].map(([name, runner]) => runnerResources(plan, name, runner, tags)),
    ),
    ...withBoundary(plan.resources),
  };
  const { Description } = plan.value;
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    ...(typeof Description === 'string' && { Description }),
    Parameters: parametersOf(plan, resources),
    Conditions: boundaryCondition,
    Resources: resources,
    Outputs: { [planIds.stateMachine]: { Value: { Ref: planIds.stateMachine } } },
  };
}

// The version is not among them: a plan that only got a new version leaves its stack as it is.
const tagsOf = (plan: Plan): Json => {
  const own = { [planTags.plan]: plan.name, [planTags.environment]: { Ref: ownParameterIds.environment } };
  const given = Object.entries(objectOr(plan.value.Tags)).map(([key, value]) => [key, String(value)]);
  const tags: JsonObject = { ...Object.fromEntries(given), ...own };
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
};

/** Those that the resources use; the environment and the boundary always are. */
function parametersOf(plan: Plan, resources: JsonObject): JsonObject {
  const used = new Set<string>();
  eachReference(resources, ({ name }) => used.add(name));
  const own = Object.entries(ownParameters);
  const given = [...plan.parameters.values()].map(
    (parameter) => [parameterId(parameter.name), definitionOf(parameter)] as const,
  );
  return Object.fromEntries([...own, ...given].filter(([id]) => used.has(id)));
}

const definitionOf = ({ type, value }: Parameter): JsonObject => ({
  Type: type === 'Number' ? 'Number' : 'String',
  ...(typeof value.Description === 'string' && { Description: value.Description }),
});
