import { isList, objectOr } from '../language/json.js';
import type { Plan, State } from '../language/plan.js';
import { wholeReference } from '../language/text.js';
import type { Json } from '../source/document.js';

export const minute = 60;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The state's deadline in seconds: what its author says, else the type's default. */
export const timeoutOf = (state: State, fallback: number): number =>
  typeof state.value.TimeoutSeconds === 'number' ? state.value.TimeoutSeconds : fallback;

/**
 * The least number of seconds that the deadline can be: of a parameter the least of the values that stand in the plan.
 * 0 when that is not known, as of outputs and of parameters whose value comes from elsewhere.
 */
export function leastTimeout(
  { plan, state }: { readonly plan: Plan; readonly state: State },
  fallback: number,
): number {
  const { TimeoutSeconds: written = fallback } = state.value;
  if (typeof written !== 'string') return Number(written);
  const reference = wholeReference(written);
  if (reference?.root !== 'Parameters' || reference.parts.length !== 1) return 0;
  return Math.min(...valuesOf(plan, String(reference.parts[0]!.key)).map((value) => Number(value) || 0));
}

function valuesOf(plan: Plan, parameter: string): readonly Json[] {
  const { AllowedValues, Default, From, Values } = plan.parameters.get(parameter)?.value ?? {};
  if (isList(AllowedValues)) return AllowedValues;
  const written = [...Object.values(objectOr(Values)), ...(Default === undefined ? [] : [Default])];
  return From === undefined && written.length > 0 ? written : [0];
}
