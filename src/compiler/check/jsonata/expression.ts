import type { Plan, State } from '../../../language/plan.js';
import type { FieldText } from './texts.js';

/** An expression of a state, and where its characters are in the string that holds it. */
export interface Expression extends FieldText {
  readonly plan: Plan;
  readonly state: State;
  /** Behind `{%`. */
  readonly offset: number;
}
