import { exitWith } from '../exit.js';
import { built, evaluating, inputOf } from '../fields.js';
import type { Attempt, Exit } from '../run.js';

export async function pass(attempt: Attempt): Promise<Exit> {
  const { state } = attempt;
  if (state.Result !== undefined) return exitWith(attempt, state.Result);
  const given = await evaluating(attempt, () => built(attempt, state, 'Parameters'));
  return exitWith(attempt, given ?? (await evaluating(attempt, () => inputOf(attempt))));
}
