import { chooses } from '../../../../asl/evaluate/choice/chooses.js';
import { evaluateJsonata } from '../../../../asl/evaluate/jsonata/evaluate-jsonata.js';
import { unexpectedType } from '../../../../asl/evaluate/jsonata/unexpected-type.js';
import { objectsIn } from '../../../../language/json.js';
import { StatesError } from '../../../../ports/states-error.js';
import type { JsonObject } from '../../../../source/document.js';
import { exitPassing } from '../exit.js';
import { evaluating, jsonataScope, scopeOf } from '../fields.js';
import type { Attempt, Exit } from '../run.js';

export async function choice(attempt: Attempt): Promise<Exit> {
  const { state } = attempt;
  const rules = objectsIn(state.Choices);
  for (const [index, rule] of rules.entries()) {
    const place = `Choices[${index}]/`;
    if (await evaluating(attempt, () => holds(attempt, rule, place)))
      return exitPassing(attempt, rule, place);
  }
  // What the state has beside its rules is for its default.
  if (typeof state.Default === 'string') return exitPassing(attempt, { ...state, Next: state.Default });
  return evaluating(attempt, () => {
    throw new StatesError(
      'States.NoChoiceMatched',
      'Failed to transition out of the state. The state does not point to a next state.',
    );
  });
}

async function holds(attempt: Attempt, rule: JsonObject, place: string): Promise<boolean> {
  if (attempt.queryLanguage === 'JSONPath') return chooses(rule, scopeOf(attempt));
  const held = await evaluateJsonata(rule.Condition ?? false, `${place}Condition`, jsonataScope(attempt, {}));
  if (typeof held === 'boolean') return held;
  throw unexpectedType(rule.Condition, `${place}Condition`, 'boolean', held);
}
