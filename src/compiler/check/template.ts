import { mostResources } from '../../cloudformation/limits.js';
import { planIds } from '../../cloudformation/logical-id.js';
import { type Problem, problem } from '../../diagnostics/problem.js';
import { objectOr } from '../../language/json.js';
import type { Plan } from '../../language/plan.js';
import type { JsonObject } from '../../source/document.js';

interface Limit {
  readonly what: string;
  readonly size: number;
  readonly limit: number;
  readonly help: string;
  /** The part of the plan that fills it, when there is one. */
  readonly part?: string;
}

export const elsewhere = 'move resources to the template of a `cfn` state, or split the plan';

/** Whether CloudFormation and IAM have room for the template that was emitted for a plan. */
export function checkTemplate(plan: Plan, template: JsonObject): readonly Problem[] {
  const { file } = plan.document;
  return limits(template)
    .filter(({ size, limit }) => size > near(limit))
    .map(({ what, size, limit, help, part }) => {
      const written = part !== undefined && plan.value[part] !== undefined;
      const place = written ? { file, path: [part], on: 'key' as const } : { file };
      const code = size > limit ? 'PLAN5104' : 'PLAN5107';
      return problem(code, place, { what, size, limit }, { help });
    });
}

/** From here on a limit is worth a warning: the next version of the plan may be refused. */
export const near = (limit: number): number => 0.9 * limit;

function limits(template: JsonObject): readonly Limit[] {
  const resources = Object.keys(objectOr(template.Resources));
  const policies = resources.filter((id) => id.startsWith(planIds.policy));
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
  return [
    { what: 'resources', size: resources.length, limit: mostResources, help: elsewhere, part: 'Resources' },
    {
      what: 'parameters',
      size: Object.keys(objectOr(template.Parameters)).length,
      limit: 200,
      help: 'use fewer parameters in `Runners` and as ARNs of roles',
      part: 'Parameters',
    },
    {
      what: 'bytes of `Description`',
      size: new TextEncoder().encode(String(template.Description ?? '')).length,
      limit: 1024,
      help: 'shorten it',
      part: 'Description',
    },
    {
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
      what: 'managed policies with what the states may do',
      size: policies.length,
      limit: 10,
      help: 'let states share functions, queues and roles, or split the plan',
    },
  ];
}
