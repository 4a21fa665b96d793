import type { Plan } from '../language/plan.js';
import type { Reference } from '../language/reference.js';
import type { Json } from '../source/document.js';
import { ownParameterIds, parameterId } from './parameters.js';

/**
 * What a reference stands for when the plan's stack is made: the environment, a parameter of the plan (which the
 * controller has resolved by then), the distribution's name and version. Undefined for all that is known only later,
 * for lists, and for secrets, which no template may hold.
 */
export function knownValue(
  plan: Pick<Plan, 'name' | 'version' | 'parameters'>,
  { root, parts }: Reference,
): Json | undefined {
  const [field, more] = parts;
  if (root === 'Environment' && field === undefined) return { Ref: ownParameterIds.environment };
  if (field === undefined || more !== undefined) return undefined;
  if (root === 'Distribution') {
    if (field.key === 'Name') return plan.name;
    return field.key === 'Version' ? plan.version : undefined;
  }
  const parameter = root === 'Parameters' ? plan.parameters.get(String(field.key)) : undefined;
  if (parameter === undefined || parameter.secret || parameter.type === 'List') return undefined;
  return { Ref: parameterId(parameter.name) };
}
