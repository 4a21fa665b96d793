import { objectsIn } from '../../language/json.js';
import type { State } from '../../language/plan.js';
import type { JsonObject } from '../../source/document.js';
import { isOrHoldsPlancc } from '../managed.js';
import { seesOf } from '../references/fields.js';
import { type Lowering, leadTo, writerFor } from './context.js';
import { expandErrors, keepPayload } from './errors.js';
import { lowerFields } from './fields.js';

/** The author's retriers. */
export const lowerRetriers = (state: State): readonly JsonObject[] =>
  objectsIn(state.value.Retry).map((retrier) => (isOrHoldsPlancc(state) ? expandErrors(retrier) : retrier));

/** The author's catchers, each leading to the first state that its target became. */
export function lowerCatchers(lowering: Lowering, state: State): readonly JsonObject[] {
  const writer = writerFor(lowering, state, seesOf(state, ['Catch']));
  return objectsIn(state.value.Catch).map((catcher) => {
    const lowered = {
      ...lowerFields(catcher, writer),
      ...leadTo(lowering, state.scope, String(catcher.Next)),
    };
    return isOrHoldsPlancc(state) ? keepPayload(state, expandErrors(lowered)) : lowered;
  });
}

/** The rules of a Choice, each leading to the first state that its target became. */
export function lowerChoices(lowering: Lowering, state: State): readonly JsonObject[] {
  const writer = writerFor(lowering, state, seesOf(state, ['Choices']));
  return objectsIn(state.value.Choices).map((rule) => ({
    ...lowerFields(rule, writer),
    ...leadTo(lowering, state.scope, String(rule.Next)),
  }));
}
