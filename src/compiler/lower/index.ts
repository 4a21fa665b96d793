import { objectOr } from '../../language/json.js';
import type { Plan } from '../../language/plan.js';
import type { JsonObject } from '../../source/document.js';
import { type Lowering, writerFor } from './context.js';
import { nameAddedStates } from './names.js';
import { lowerScope } from './scope.js';
import { substitutionsFor } from './substitutions.js';
import type { TreeObject } from './tree.js';
import { lowerObject } from './value.js';

export interface Lowered {
  /** The state machine; values that CloudFormation puts in stand as `${Name}`. */
  readonly definition: TreeObject;
  readonly substitutions: { readonly [name: string]: JsonObject };
  /** The plan's `Outputs` as a payload template over the payload at the end. */
  readonly outputs: JsonObject;
  readonly names: Lowering['names'];
}

/** Amazon States Language for a plan without errors. */
export function lower(plan: Plan): Lowered {
  const substitutions = substitutionsFor(plan.value);
  const lowering: Lowering = { plan, names: nameAddedStates(plan), substitutions };
  const { Comment, QueryLanguage, TimeoutSeconds, Outputs } = plan.value;
  const machine = lowerScope(lowering, plan.machine);
  const settings = Object.entries({ Comment, QueryLanguage, TimeoutSeconds }).filter(
    ([, value]) => value !== undefined,
  );
  return {
    definition: { ...(Object.fromEntries(settings) as JsonObject), ...machine },
    substitutions: substitutions.table(),
    names: lowering.names,
    outputs: lowerObject(objectOr(Outputs), writerFor(lowering, undefined, 'input')),
  };
}
