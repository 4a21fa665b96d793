import { canonical, eachString } from '../../language/json.js';
import type { Plan, State } from '../../language/plan.js';
import { hasReference, parseText } from '../../language/text.js';
import { isFinding } from './finding.js';
import { targetOf } from './target.js';

/** Whether the user runs only when the producer did: under the same `When`, on values that never change. */
export function sameTest(plan: Plan, user: State | undefined, producer: State): boolean {
  const { When } = producer.value;
  if (When === undefined) return false;
  let constant = true;
  eachString(When, (text) => {
    for (const segment of parseText(text)) {
      if (segment.kind !== 'reference') continue;
      const target = targetOf(plan, producer, segment.reference);
      constant &&= !isFinding(target) && target.constant;
    }
    // A path of the author's own may lead to anything.
    constant &&= hasReference(text) || !text.startsWith('$');
  });
  if (!constant) return false;
  const test = canonical(When);
  for (let state = user; state !== undefined; state = state.scope.owner) {
    if (state.value.When !== undefined && canonical(state.value.When) === test) return true;
  }
  return false;
}
